package courses

import "testing"

// TestTypedAnswersOfTheShell holds what learners may well type in the course on the
// shell. What is right was tried with dash 0.5, bash 5.2 and GNU coreutils 9.
func TestTypedAnswersOfTheShell(t *testing.T) {
	typedAnswers(t, "shell", `
cmd-3a           right  echo "Fresh bread"
cmd-3a           right  printf 'Fresh bread\n'
cmd-3a           close  echo fresh bread
cmd-3a           wrong  print(Fresh bread)
cmd-3a           wrong  Echo Fresh bread
cmd-3a           wrong  echo-Fresh bread
cmd-3b           right  echo 'Sold out'
cmd-3b           close  echo SOLD OUT
cmd-3b           wrong  Sold out
cmd-6            right  man 1 wc
cmd-6            close  wc --help
cmd-6            wrong  wc man
cmd-7            right  two
cmd-7            right  2 arguments
cmd-7            wrong  4
mov-1            right  pwd
mov-1            wrong  PWD
mov-1            right  echo "$PWD"
mov-1            wrong  ls
mov-4            right  cd bakery/recipes/
mov-4            right  cd ~/bakery/recipes
mov-4            close  cd bakery && cd recipes
mov-4            wrong  cd /bakery/recipes
mov-4            wrong  cd bakery recipes
mov-5            right  /home/robin/bakery/cellar/
mov-5            close  bakery/cellar
mov-5            wrong  /home/robin/cellar
mov-7a           right  cd ../
mov-7a           wrong  cd..
mov-7b           right  cd ~
mov-7b           right  cd "$HOME"
mov-7b           close  cd /home/robin/
mov-7b           close  cd ~robin
mov-7b           close  cd /Users/robin
mov-7b           wrong  cd /home
mov-7b           wrong  cd /
mov-7c           right  cd -
mov-7c           wrong  cd ..
mov-8            right  ls -la
mov-8            right  ls -al
mov-8            right  ls -l -a
mov-8            right  ls -a -l
mov-8            right  ls -A
mov-8            right  ls -lah
mov-8            right  ls -all
mov-8            right  ls -1a .
mov-8            right  ls -lhta ./
mov-8            right  ls --color=auto -a
mov-8            right  ls -l --all
mov-8            close  la
mov-8            close  ll -a
mov-8            wrong  ls -d .*
mov-8            wrong  ls --all-files
mov-8            wrong  ls -lt
mov-8            close  ls . -a
mov-8            wrong  ls -l
mov-8            wrong  ls a
mov-9            right  three
mov-9            right  ../../..
mov-9            wrong  2
fil-1            right  mkdir -p ./photos/2031/
fil-1            right  mkdir photos/ photos/2031/
fil-1            right  mkdir -v -p photos/2031
fil-1            right  mkdir photos && mkdir photos/2031
fil-1            close  mkdir photos/2031 -p
fil-1            wrong  mkdir photos/2031
fil-2            right  cp -i rye.txt archive/
fil-2            right  cp rye.txt archive/rye.txt
fil-2            right  cp ./rye.txt archive/./
fil-2            right  cp -- rye.txt archive
fil-2            right  cp -i -v ./rye.txt archive
fil-2            wrong  cp archive rye.txt
fil-2            wrong  mv rye.txt archive/
fil-5            right  mv -i rye-draft.txt rye.txt
fil-5            right  mv "rye-draft.txt" 'rye.txt'
fil-5            close  cp rye-draft.txt rye.txt && rm rye-draft.txt
fil-5            wrong  rename rye-draft.txt rye.txt
fil-5            wrong  cp rye-draft.txt rye.txt
fil-7            right  rm -R scraps/
fil-7            right  rm -ri scraps
fil-7            close  rm -rf scraps
fil-7            close  find scraps -delete
fil-7            wrong  rm -rf / scraps
fil-7            close  rm -fr scraps/
fil-7            close  rm -r -f scraps
fil-7            wrong  rm scraps
fil-7            wrong  rmdir scraps
fil-7            wrong  rm -r /scraps
rea-2a           right  head -3 orders.txt
rea-2a           right  head -n3 orders.txt
rea-2a           right  awk 'NR<=3' orders.txt
rea-2a           right  cat orders.txt | head -n 3
rea-2a           close  head orders.txt -n 3
rea-2a           wrong  head orders.txt
rea-2b           right  tail -4 orders.txt
rea-2b           wrong  tail -n +4 orders.txt
rea-3            right  Q
rea-3            right  type q
rea-3            wrong  Ctrl-C
rea-3            wrong  esc
rea-4            right  wc -l < diary.txt
rea-4            right  cat diary.txt | wc -l
rea-4            close  wc diary.txt
rea-4            wrong  wc -w diary.txt
rea-5            right  :q!
rea-5            close  :q
rea-5            wrong  :wq
rea-5            wrong  exit
pat-3            right  mv -i *.pdf bills/
pat-3            right  mv ./*.pdf bills
pat-3            wrong  mv "*.pdf" bills
pat-3            wrong  mv *.* bills
pat-5            right  rm old\ menu.txt
pat-5            right  rm 'old menu.txt'
pat-5            right  rm -i "old menu.txt"
pat-5            close  rm old?menu.txt
pat-5            wrong  rm old menu.txt
pat-7            right  /home/robin is home
pat-7            wrong  $HOME is home
pat-8            right  rm ./-r
pat-8            right  rm "$PWD/-r"
pat-8            right  rm -i -- -r
pat-8            right  rm -- '-r'
pat-8            wrong  rm "-r"
pat-8            wrong  rm \-r
pat-10           right  seven
pat-10           close  4
pat-10           wrong  6
pip-1            right  one
pip-1            right  1 line
pip-1            wrong  201
pip-2            right  echo "salt" >> list.txt
pip-2            right  echo salt>>list.txt
pip-2            right  printf 'salt\n' >> list.txt
pip-2            right  echo salt | tee -a list.txt
pip-2            close  printf salt >> list.txt
pip-2            wrong  echo salt > list.txt
pip-2            wrong  echo salt>list.txt
pip-2            wrong  echo salt | list.txt
pip-5            right  ls|wc -l
pip-5            right  ls -1 | wc -l
pip-5            close  ls | wc
pip-5            close  echo * | wc -w
pip-5            wrong  ls > wc -l
pip-6            right  sh report.sh 2>errors.txt
pip-6            close  sh report.sh 2>> errors.txt
pip-6            wrong  sh report.sh > errors.txt
pip-6            wrong  sh report.sh 2 > errors.txt
txt-1a           right  grep "wind" april.txt
txt-1a           right  cat april.txt | grep wind
txt-1a           close  grep -n wind april.txt
txt-1a           wrong  grep april.txt wind
txt-1b           right  grep sun april.txt | wc -l
txt-1b           right  grep -c 'sun' april.txt
txt-1b           wrong  grep sun april.txt
txt-1c           right  grep -v "rain" april.txt
txt-1c           wrong  grep -n rain april.txt
txt-7            right  cut -d, -f2 prices.csv
txt-7            right  cut -f 2 -d ',' prices.csv
txt-7            right  cut -d "," -f 2 prices.csv
txt-7            right  cut -d, -f2 < prices.csv
txt-7            right  cat prices.csv | cut -d , -f 2
txt-7            right  awk -F"," '{ print $2 }' prices.csv
txt-7            wrong  awk '{print $2}' prices.csv
txt-7            wrong  cut -f 2 prices.csv
txt-7            wrong  cut -d ' ' -f 2 prices.csv
txt-8            right  sed "s/margarine/butter/g" menu.txt
txt-8            right  sed -e s/margarine/butter/g menu.txt
txt-8            right  sed "s:margarine:butter:g" menu.txt
txt-8            close  sed 's/margarine/butter/' menu.txt
txt-8            wrong  sed 's/butter/margarine/g' menu.txt
txt-8            wrong  tr margarine butter < menu.txt
txt-9            right  grep -lir invoice notes/
txt-9            right  grep -r -i -l "Invoice" notes
txt-9            right  grep -Ril invoice ./notes
txt-9            close  grep -rl invoice notes
txt-9            close  grep -ri invoice notes
txt-9            close  grep -ril invoice notes/*
txt-9            wrong  grep -il invoice notes
txt-9            wrong  grep -r invoice notes
txt-9            wrong  find notes -name invoice
txt-10           right  three
txt-10           wrong  2
per-3            right  chmod u+x ./open.sh
per-3            close  chmod +x open.sh
per-3            close  chmod 755 open.sh
per-3            close  chmod u+rx open.sh
per-3            wrong  chmod u=x open.sh
per-3            wrong  chmod open.sh u+x
per-4            right  0750
per-4            wrong  755
per-5            right  chmod 0600 diary.txt
per-5            close  chmod u=rw,go= diary.txt
per-5            close  chmod go-rwx diary.txt
per-5            wrong  chmod 700 diary.txt
pro-1            right  fg %1
pro-1            right  %1
pro-1            wrong  bg
pro-2            right  sh backup.sh&
pro-2            right  nohup sh backup.sh &
pro-2            right  sh backup.sh > log.txt 2>&1 &
pro-2            right  sh backup.sh & disown
pro-2            wrong  sh backup.sh
pro-2            wrong  sh backup.sh &&
pro-3            right  kill -15 4720
pro-3            right  kill -s TERM 4720
pro-3            close  kill -INT 4720
pro-3            wrong  kill -9 4720
pro-3            wrong  kill %4720
pro-7            right  zero
pro-7            wrong  1
scr-2            right  ./tidy.sh
scr-2            close  sh tidy.sh
scr-2            wrong  tidy.sh
scr-3            right  bread="braid"
scr-3            right  export bread=braid
scr-3            close  declare bread=braid
scr-3            wrong  bread = braid
scr-3            wrong  bread= braid
scr-3            wrong  $bread=braid
scr-3            wrong  set bread=braid
scr-7            right  zero
scr-7            wrong  1
scr-10           right  rye with seeds
scr-10           wrong  rye
saf-2            right  echo mv *.csv tables/
saf-2            close  ls *.csv
saf-2            wrong  echo "mv *.csv tables"
saf-2            wrong  mv -n *.csv tables
saf-5            right  mv -iv plan.txt archive
saf-5            right  mv --interactive plan.txt archive/
saf-5            close  mv plan.txt archive -i
saf-5            wrong  mv -n plan.txt archive
srv-1            right  ssh -l robin mill.example
srv-1            close  ssh mill.example
srv-1            wrong  ssh robin mill.example
srv-3            right  scp robin@shop.example:~/orders.log .
srv-3            right  scp robin@shop.example:orders.log ./orders.log
srv-3            right  rsync -av robin@shop.example:orders.log .
srv-3            wrong  scp robin@shop.example:orders.log
srv-3            wrong  scp robin@shop.example:/orders.log .
srv-5            right  tail -F access.log
srv-5            right  tail -n 20 -f access.log
srv-5            right  tail -f -n 5 access.log
srv-5            right  less +F access.log
srv-5            wrong  tail access.log
star-1           right  three
star-1           wrong  1
word-1           right  3 files
word-1           wrong  4
neigh-1          right  three
neigh-1          wrong  2
find-1           right  find . -name "*.jpg"
find-1           right  find -name '*.jpg'
find-1           close  find . -type f -name '*.jpg'
find-1           close  find . -name *.jpg
find-1           wrong  ls *.jpg
regex-1          right  grep -E "wind|fog" march.txt
regex-1          right  grep -e fog -e wind march.txt
regex-1          close  grep 'fog\|wind' march.txt
regex-1          wrong  grep -E fog|wind march.txt
tar-1            right  tar tzf photos.tar.gz
tar-1            right  tar ztvf photos.tar.gz
tar-1            right  tar --list --file photos.tar.gz
tar-1            right  tar -tf photos.tar.gz
tar-1            right  tar -tvzf photos.tar.gz
tar-1            right  tar -t -z -f photos.tar.gz
tar-1            wrong  tar -xzf photos.tar.gz
tar-1            wrong  tar zf photos.tar.gz
tar-1            wrong  tar -zvf photos.tar.gz
tar-1            wrong  tar -czf photos.tar.gz
place-commands   right  three
place-commands   wrong  4
place-moving     right  ~/notes
place-moving     wrong  /home/robin/bakery/notes
place-files      right  cp -R summer winter
place-files      right  cp -a summer winter
place-files      right  cp -rv summer/ winter/
place-files      right  cp -v -r summer winter
place-files      wrong  cp summer winter
place-reading    right  tail -20 log.txt
place-reading    wrong  tail log.txt
place-pipes      right  ls|wc -l
place-pipes      wrong  wc -l | ls
place-text       right  cat names.txt | sort | uniq -c
place-text       right  sort names.txt | uniq -c | sort -rn
place-text       right  sort names.txt | uniq -c | sort -n -r | head
place-text       wrong  uniq -c names.txt
place-permissions right  0640
place-permissions wrong  644
place-servers    right  scp menu.txt robin@shop.example:~
place-servers    right  scp menu.txt robin@shop.example:/home/robin/
place-servers    right  rsync -av menu.txt robin@shop.example:
place-servers    wrong  scp menu.txt robin@shop.example
cmd-3a           right  echo Fresh bread;
cmd-3b           right  echo "Sold out"
cmd-6            right  man "wc"
mov-4            right  cd "bakery/recipes"
mov-7a           right  cd  ..
mov-8            right  ls -a -h
mov-8            right  ls -Alh
fil-1            right  mkdir -p 'photos/2031'
fil-5            right  mv  rye-draft.txt  rye.txt
fil-7            right  rm -r -v scraps
fil-7            right  rm -vR scraps/
rea-2a           right  head --lines 3 orders.txt
rea-4            right  wc -l "diary.txt"
pat-3            right  mv -v *.pdf bills
pat-3            close  cp *.pdf bills && rm *.pdf
pat-8            right  rm -v -- "-r"
pip-2            right  echo 'salt'>>list.txt
pip-5            right  ls -1|wc -l
pip-6            right  sh report.sh 2> "errors.txt"
txt-1a           right  grep 'wind' april.txt
txt-1b           right  grep sun april.txt|wc -l
txt-7            close  cut prices.csv -d , -f 2
txt-7            wrong  cut prices.csv -f 3
txt-8            right  sed 's/margarine/butter/g' "menu.txt"
per-3            right  chmod u+x "open.sh"
per-5            right  chmod "600" diary.txt
pro-3            right  kill -SIGTERM 4720
scr-3            right  bread='braid'
saf-5            right  mv -i plan.txt ./archive/
srv-1            right  ssh "robin@mill.example"
place-text       right  sort names.txt|uniq -c|sort -nr
place-permissions right  640
`)
}
