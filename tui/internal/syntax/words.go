package syntax

// The words of the languages, as their own references list them. A constant
// begins and ends with a space, so that it can be searched and joined.
const (
	goWords = " break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var true false nil iota "
	goNames = " any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16 uint32 uint64 uintptr append cap clear close complex copy delete imag len make max min new panic print println real recover "

	pythonWords = " False None True and as assert async await break case class continue def del elif else except finally for from global if import in is lambda match nonlocal not or pass raise return try while with yield "
	pythonNames = " abs all any ascii bin bool bytearray bytes callable chr classmethod complex dict dir divmod enumerate eval exec filter float format frozenset getattr hasattr hash help hex id input int isinstance issubclass iter len list map max min next object oct open ord pow print property range repr reversed round self cls set setattr slice sorted staticmethod str sum super tuple type vars zip Exception ValueError TypeError KeyError IndexError OSError RuntimeError "

	jsWords = " async await break case catch class const continue debugger default delete do else export extends false finally for from function if import in instanceof let new null of return static super switch this throw true try typeof undefined var void while with yield NaN Infinity "
	jsNames = " Array Boolean Date Error Function JSON Map Math Number Object Promise Proxy RegExp Set String Symbol WeakMap console document globalThis module process require window "
	tsWords = " abstract any as asserts bigint boolean declare enum implements infer interface is keyof namespace never number object override private protected public readonly satisfies string symbol type unique unknown "

	cWords    = " auto break case const continue default do else enum extern for goto if inline register restrict return sizeof static struct switch typedef union volatile while NULL true false "
	cNames    = " bool char double float int long short signed unsigned void size_t ssize_t ptrdiff_t int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t FILE printf scanf malloc free memcpy strlen "
	cppWords  = " alignas alignof and catch class co_await co_return co_yield concept consteval constexpr constinit const_cast decltype delete dynamic_cast explicit export final friend import module mutable namespace new noexcept not nullptr operator or override private protected public reinterpret_cast requires static_assert static_cast template this throw try typeid typename using virtual "
	cppNames  = " std string string_view vector map set unordered_map pair array optional unique_ptr shared_ptr cout cin cerr endl wchar_t "
	objcWords = " id nil YES NO self super instancetype "

	javaWords   = " abstract assert break case catch class const continue default do else enum extends final finally for goto if implements import instanceof interface native new null package permits private protected public record return sealed static strictfp super switch synchronized this throw throws transient true false try var volatile while yield "
	javaNames   = " boolean byte char double float int long short void "
	csharpWords = " abstract as async await base break case catch checked class const continue default delegate do else enum event explicit extern false finally fixed for foreach get goto if implicit in init interface internal is lock namespace new null operator out override params private protected public readonly record ref required return sealed set sizeof stackalloc static struct switch this throw true try typeof unchecked unsafe using value virtual volatile when where while with yield "
	csharpNames = " bool byte char decimal double dynamic float int long nint nuint object sbyte short string uint ulong ushort var void "
	rustWords   = " as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move mut pub ref return self static struct super trait true type union unsafe use where while "
	rustNames   = " bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize "
	kotlinWords = " abstract actual annotation as break by catch class companion const constructor continue data do else enum expect external false final finally for fun get if import in infix init inline inner interface internal is lateinit null object open operator out override package private protected public reified return sealed set super suspend tailrec this throw true try typealias val var vararg when where while "
	kotlinNames = " listOf mapOf println print setOf mutableListOf "
	swiftWords  = " actor any as associatedtype async await break case catch class continue convenience default defer deinit didSet do dynamic else enum extension fallthrough false fileprivate final for func get guard if import in indirect infix init inout internal is lazy let mutating nil open operator override prefix private protocol public repeat required rethrows return self set some static struct subscript super switch throw throws true try typealias unowned var weak where while willSet "
	swiftNames  = " print "
	scalaWords  = " abstract case catch class def do else enum extends extension false final finally for given if implicit import lazy match new null object override package private protected return sealed super then this throw trait true try type using val var while with yield "
	dartWords   = " abstract as assert async await base break case catch class const continue covariant default deferred do dynamic else enum export extends extension external factory false final finally for get hide if implements import in interface is late library mixin new null on operator part required rethrow return sealed set show static super switch sync this throw true try typedef var void when while with yield "
	dartNames   = " bool double int num print "
	zigWords    = " align allowzero and anyframe anytype asm async await break catch comptime const continue defer else enum errdefer error export extern false fn for if inline noalias null or orelse packed pub resume return struct suspend switch test threadlocal true try undefined union unreachable usingnamespace var volatile while "
	zigNames    = " anyerror bool comptime_float comptime_int f16 f32 f64 f128 i8 i16 i32 i64 i128 isize noreturn type u8 u16 u32 u64 u128 usize void "

	protoWords   = " enum extend extensions import message map oneof option optional package public repeated required reserved returns rpc service stream syntax true false weak "
	protoNames   = " bool bytes double fixed32 fixed64 float int32 int64 sfixed32 sfixed64 sint32 sint64 string uint32 uint64 "
	graphqlWords = " directive enum extend fragment implements input interface mutation on query scalar schema subscription type union true false null "
	graphqlNames = " Boolean Float ID Int String "
	hclWords     = " data dynamic for for_each if in locals module output provider resource terraform variable true false null "

	rubyWords = " __FILE__ __LINE__ alias and begin BEGIN break case class def defined? do else elsif end END ensure false for if in module next nil not or redo rescue retry return self super then true undef unless until when while yield "
	rubyNames = " attr_accessor attr_reader attr_writer extend include lambda loop p private proc protected public puts print raise require require_relative "
	phpWords  = " abstract and array as break callable case catch class clone const continue declare default do echo else elseif empty enddeclare endfor endforeach endif endswitch endwhile enum extends false final finally fn for foreach function global goto if implements include include_once instanceof insteadof interface isset list match namespace new null or print private protected public readonly require require_once return self static switch throw trait true try unset use var while xor yield "
	phpNames  = " bool float int iterable mixed never object parent string void "
	luaWords  = " and break do else elseif end false for function goto if in local nil not or repeat return then true until while "
	luaNames  = " assert error io ipairs math next os pairs pcall print require select self setmetatable string table tonumber tostring type "
	rWords    = " break else FALSE for function if in Inf NA NaN next NULL repeat return TRUE while "
	rNames    = " c data.frame factor head ifelse length lapply library list matrix mean nrow paste print sapply seq str sum summary tibble "
	perlWords = " and cmp do else elsif eq for foreach ge given gt if last le local lt my ne next no not or our package redo require return sub undef unless until use when while x xor "
	perlNames = " chomp close defined delete die each exists grep join keys length map open pop print printf push say scalar shift sort split sprintf values warn "

	elixirWords  = " after alias and case catch cond def defdelegate defexception defimpl defmacro defmodule defp defprotocol defstruct do else end false fn for if import in nil not or quote raise receive require rescue true try unless unquote use when with "
	haskellWords = " case class data default deriving do else family forall foreign if import in infix infixl infixr instance let module newtype of qualified then type where "
	lispWords    = " and begin case cond def define defmacro defmethod defn defun defvar do else fn if lambda let let* letrec loop ns or progn quote recur require set! setq unless when while "
	pascalWords  = " and array as begin case class const constructor destructor div do downto else end except false finally for function if implementation in inherited interface is mod nil not object of or procedure program property raise record repeat set shl shr then to true try type unit until uses var while with xor "
	pascalNames  = " boolean byte char double integer longint real string word readln write writeln "
	juliaWords   = " abstract baremodule begin break catch const continue do else elseif end export false finally for function global if import in let local macro module mutable nothing quote return struct true try type using where while "
	basicWords   = " and as byref byval call case class const dim do each else elseif end exit false for function get goto if imports in inherits is let loop me mod module namespace new next not nothing of on option or private property public redim resume return select set shared static step structure sub then throw to true try until wend when while with "
	basicNames   = " boolean byte char date decimal double integer long object short single string variant print "

	sqlWords = " add all alter analyze and any as asc begin between by cascade case check collate column commit conflict constraint create cross cube current_date current_time current_timestamp database default deferrable delete desc distinct do drop else end escape except exclude exists explain false fetch filter first following for foreign from full function generated grant group having if ignore immediate in index inner insert intersect into is join key last lateral left like ilike limit materialized natural no not nothing null nulls offset on only or order outer over partition preceding primary procedure range recursive references rename replace restrict returning returns revoke right rollback row rows schema select set similar table temp temporary then to transaction trigger true truncate unbounded union unique update use using values view when where window with "
	sqlNames = " avg bigint bigserial blob boolean bool bytea char character coalesce count date datetime decimal double float int integer interval json jsonb lower max min now nullif numeric precision real round row_number serial smallint sum text time timestamp timestamptz upper uuid varchar varying "

	shellWords = " if then else elif fi for while until do done case esac in function select time "
	dockerCmds = " add arg cmd copy entrypoint env expose from healthcheck label maintainer onbuild run shell stopsignal user volume workdir "
	makeWords  = " define endef else endif export ifdef ifeq ifndef ifneq include override private sinclude undefine unexport vpath "
	psWords    = " begin break catch class continue data do dynamicparam else elseif end enum exit filter finally for foreach from function hidden if in param process return static switch throw trap try until using while "
	batchWords = " call cd cls copy defined del do echo else endlocal equ errorlevel exist exit for geq goto gtr if in leq lss md mkdir move neq not off on pause popd pushd rd rem ren rmdir set setlocal shift start title type "
)
