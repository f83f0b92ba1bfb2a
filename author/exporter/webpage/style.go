package webpage

// style is that of the page, light and dark and on paper. Every text stands out from
// its ground by 4.5 to 1 or more.
const style = `:root { color-scheme: light dark; --ink: #1b1b1a; --soft: #575650; --paper: #fdfdfb; --tint: #f2f1ec; --line: #77756d; --link: #0b57a4; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9e7e0; --soft: #b3b0a5; --paper: #1a1a18; --tint: #272622; --line: #8d8a80; --link: #8ab8f0; }
}
html { background: var(--paper); color: var(--ink); font: 100%/1.55 Georgia, "Times New Roman", serif; }
body { max-width: 42rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { font-family: system-ui, sans-serif; line-height: 1.25; margin: 1.6em 0 .5em; }
h1 { font-size: clamp(1.5rem, 7vw, 2.2rem); } h1, h2, h3 { hyphens: auto; } h2 { font-size: 1.6rem; border-bottom: 1px solid var(--line); } h3 { font-size: 1.3rem; }
h4, h5, h6 { font-size: 1.05rem; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
pre, code { font-family: ui-monospace, monospace; font-size: .9em; background: var(--tint); }
pre { padding: .7em; overflow-x: auto; } pre code { background: none; font-size: 1em; }
.whole { white-space: nowrap; } .diagram { line-height: 1.2; font-size: .8em; }
img { max-width: 100%; height: auto; background: #fff; }
.table { overflow-x: auto; margin: 1em 0; } table { border-collapse: collapse; }
th { background: var(--tint); font-family: system-ui, sans-serif; font-size: .9em; }
th, td { overflow-wrap: anywhere; min-width: 4em; border: 1px solid var(--line); padding: .3em .6em; text-align: left; vertical-align: top; }
.right { text-align: right; } .center { text-align: center; }
blockquote { margin: 1em 0; padding: .1em 1em; border-left: 4px solid var(--line); background: var(--tint); }
.summary { font-size: 1.2rem; } .about, .label { color: var(--soft); font-family: system-ui, sans-serif; font-size: .9rem; }
.question, .task, .extra, .way, .when, .pool { margin: 1.2em 0; padding: .1em 1em .6em; border: 1px solid var(--line); border-radius: 4px; }
.question h4, .task h4 { margin-top: .7em; }
.extra > h4, .way > h4 { margin-top: .7em; }
.options, .order { list-style: none; padding-left: 0; }
.options li, .order li { position: relative; padding-left: 2em; margin: .4em 0; }
.options li::before, .order li::before { content: ""; position: absolute; left: .2em; top: .25em; width: .95em; height: .95em; border: 1.5px solid var(--ink); border-radius: 2px; }
.options.one li::before { border-radius: 50%; }
.accepted { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .2em 1.4em; }
.accepted li { min-width: 0; overflow-wrap: anywhere; }
.letters { list-style-type: upper-alpha; }
.line { border-bottom: 1px solid var(--ink); height: 2.2em; }
.blank { display: inline-block; min-width: 7em; border-bottom: 1px solid var(--ink); color: var(--soft); font-size: .8em; }
.math { font-family: "Cambria Math", Georgia, serif; background: none; } pre.math { line-height: 1.2; font-family: ui-monospace, monospace; }
.notes { font-size: .9em; border-top: 1px solid var(--line); }
dt { font-weight: bold; } dd { margin: 0 0 .5em 1.5em; } dd p, li p { margin: .3em 0; } td > :first-child, .said p:first-child { margin-top: 0; } td > :last-child { margin-bottom: 0; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .2em 1.2em; } .facts dd { margin: 0; }
@media print {
  :root { --ink: #000; --soft: #333; --paper: #fff; --tint: #fff; --line: #666; --link: #000; color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 11pt; }
  header, nav { break-after: page; } nav { line-height: 1.3; }
  .answers { font-size: 9.5pt; } .answers dd, .answers p { margin: .15em 0 .3em; } .answers dd { margin-left: 1.5em; }
  section > h2, .answers { break-before: page; }
  h2, h3, h4 { break-after: avoid; }
  .question, .task, pre, tr, blockquote, img { break-inside: avoid; } thead { display: table-header-group; } .table { overflow: visible; }
  p, li { orphans: 3; widows: 3; } .about { break-after: avoid; }
  pre { white-space: pre-wrap; border: 1px solid var(--line); }
  details:not([open]) { display: none; }
}
`
