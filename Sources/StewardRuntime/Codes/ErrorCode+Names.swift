extension ErrorCode {
  /// 02xx.
  static let names: [ErrorCode] = [
    ErrorCode(
      "E0201",
      "an unknown variable",
      "No `let`, `mut`, `const`, parameter or loop that can be seen from here makes a variable of that name.",
      wrong: "let people = 3\nprint $people $poeple",
      right: "let people = 3\nprint $people"
    ),
    ErrorCode(
      "W0202",
      "a variable that is never used",
      "Perhaps another one was meant. A name that begins with `_` may stay unused.",
      wrong: "let x = 1",
      right: "let _x = 1"
    ),
    ErrorCode(
      "E0203",
      "a name is declared twice",
      "In one block a name is made once. An inner block may use it again, for itself. What is to change is made by `mut`.",
      wrong: "let x = 1\nlet x = 2\nprint $x",
      right: "mut x = 1\n$x = 2\nprint $x"
    ),
    ErrorCode(
      "E0204",
      "a def with a name that another has",
      "Two defs cannot be told apart by their arguments.",
      wrong: "def f () { 1 }\ndef f () { 2 }",
      right: "def f () { 1 }\ndef g () { 2 }"
    ),
    ErrorCode(
      "E0205",
      "a def with the name of a command",
      "What `count` or `users list` means is the same in every script: commands cannot be replaced.",
      wrong: "def count () { 1 }",
      right: "def count all () { 1 }"
    ),
    ErrorCode(
      "E0206",
      "a def that looks outside",
      "A def sees its parameters, other defs and constants, and nothing else, so that it does the same wherever it is called.",
      wrong: "let x = 1\ndef f () { $x }\nf",
      right: "const X = 1\ndef f () { $X }\nf"
    ),
    ErrorCode(
      "E0210",
      "an assignment to what never changes",
      "`let`, `const`, parameters and the variables of loops keep their value. Declare it with `mut`, or copy it into one.",
      wrong: "let x = 1\n$x = 2",
      right: "mut x = 1\n$x = 2\nprint $x"
    ),
    ErrorCode(
      "E0211",
      "a closure that assigns what it captured",
      "A closure has copies of the variables around it, so an assignment would be lost. The block of a `for` assigns the variable itself.",
      wrong: "mut n = 0\n[1, 2] | each {|x| $n = $x }",
      right: "mut n = 0\nfor x in [1, 2] { $n = $x }\nprint $n"
    ),
    ErrorCode(
      "E0213",
      "another type than the variable has",
      "A variable keeps the type of its first value, or the one that is written. `mut x: any` takes everything. Int divided by int is a decimal; `//` gives an int.",
      wrong: "mut i = 4\n$i = $i / 2",
      right: "mut i = 4\n$i = $i // 2"
    ),
    ErrorCode(
      "W0207",
      "a name that hides an outer one",
      "Inside the block the outer one cannot be reached. To change it, it must be `mut`, and is assigned without `let`.",
      wrong: "let x = 1\nif now() > @2026-01-01 { let x = 2; print $x }\nprint $x",
      right: "mut x = 1\nif now() > @2026-01-01 { $x = 2 }\nprint $x"
    ),
    ErrorCode(
      "E0214",
      "a constant that only the run knows",
      "A `const` is computed before the run, from literals and other constants. For the rest there is `let`.",
      wrong: "const N = now()",
      right: "let n = now()\nprint $n"
    ),
    ErrorCode(
      "E0215",
      "`return` outside a def",
      "It leaves a def or a closure. A script ends with `exit`.",
      wrong: "return 1",
      right: "exit 1"
    ),
    ErrorCode(
      "E0216",
      "`break` or `continue` outside a loop",
      "They belong to `for` and `while`. A closure is left by `return`.",
      wrong: "break",
      right: "for x in [1, 2] { break }"
    ),
    ErrorCode(
      "E0217",
      "a pattern that is no literal",
      "An arm of `match` has literals, ranges of them, or `_`. For anything else: `_ if …`.",
      wrong: #"let x = 2"# + "\n" + #"match 1 { "$x" => 1, _ => 2 }"#,
      right: "let x = 2\nmatch 1 { _ if $x == 1 => 1, _ => 2 }"
    ),
  ]
}
