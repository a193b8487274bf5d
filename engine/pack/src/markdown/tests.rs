//! What honest texts become, and what hostile ones do not.

use super::*;

const FRAME: Frame<'_> = Frame { demote: 1, base: "exercises/x/public/", table_label: "Table « a »" };

fn html(text: &str) -> String {
    render(text, &FRAME)
}

#[test]
fn texts_become_html() {
    let cases = [
        ("# A", "<h2>A</h2>\n"),
        ("##### A\n\n###### B", "<h6>A</h6>\n<h6>B</h6>\n"),
        ("a *b* **c** `d` ~~e~~", "<p>a <em>b</em> <strong>c</strong> <code>d</code> <del>e</del></p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("[a](https://b.org/?c&d)", "<p><a href=\"https://b.org/?c&amp;d\" rel=\"noopener noreferrer\">a</a></p>\n"),
        ("[a](mailto:a@b.org)", "<p><a href=\"mailto:a@b.org\" rel=\"noopener noreferrer\">a</a></p>\n"),
        ("<https://b.org>", "<p><a href=\"https://b.org\" rel=\"noopener noreferrer\">https://b.org</a></p>\n"),
        (
            "[a](data/notes.pdf)",
            "<p><a href=\"exercises/x/public/data/notes.pdf\" rel=\"noopener noreferrer\">a</a></p>\n",
        ),
        ("![a *b*](images/c.svg \"d\")", "<p><img src=\"exercises/x/public/images/c.svg\" alt=\"a b\" /></p>\n"),
        ("1 < 2 & 3", "<p>1 &lt; 2 &amp; 3</p>\n"),
        (
            "| a |\n|---|\n| b |",
            "<div class=\"prose-table\" tabindex=\"0\" role=\"group\" aria-label=\"Table « a »\"><table><thead><tr>\
             <th scope=\"col\">a</th></tr></thead><tbody>\n<tr><td>b</td></tr>\n</tbody></table>\n</div>\n",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(html(text), expected, "{text}");
    }
}

/// Texts that try to run, to fetch or to break out, and what is left of each.
const HOSTILE: [(&str, &str); 26] = [
    ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
    ("a <script>b</script>", "<p>a &lt;script&gt;b&lt;/script&gt;</p>\n"),
    ("<img src=x onerror=alert(1)>", "<p>&lt;img src=x onerror=alert(1)&gt;</p>\n"),
    ("a <img src=x onerror=alert(1)>", "<p>a &lt;img src=x onerror=alert(1)&gt;</p>\n"),
    ("<iframe src=\"https://b.org\"></iframe>", "<p>&lt;iframe src=\"https://b.org\"&gt;&lt;/iframe&gt;</p>\n"),
    ("<!-- a --><b onclick=c>", "<p>&lt;!-- a --&gt;&lt;b onclick=c&gt;</p>\n"),
    ("<style>*{display:none}</style>", "<p>&lt;style&gt;*{display:none}&lt;/style&gt;</p>\n"),
    ("</div><h1>a</h1>", "<p>&lt;/div&gt;&lt;h1&gt;a&lt;/h1&gt;</p>\n"),
    ("[a](javascript:alert(1))", "<p>a</p>\n"),
    ("[a](JaVaScRiPt:alert(1))", "<p>a</p>\n"),
    ("[a](<java\tscript:alert(1)>)", "<p>a</p>\n"),
    ("[a](&#106;avascript:alert(1))", "<p>a</p>\n"),
    ("[a](&#1;javascript:alert(1))", "<p>a</p>\n"),
    ("<javascript:alert(1)>", "<p>javascript:alert(1)</p>\n"),
    ("[a](vbscript:b) [c](data:text/html,d)", "<p>a c</p>\n"),
    ("[a](file:///etc/passwd) [b](blob:c)", "<p>a b</p>\n"),
    ("[a](//b.org/c) [d](/e) [f](../g) [h](.i) [j](#k)", "<p>a d f h j</p>\n"),
    ("[a]\n\n[a]: javascript:alert(1) \"b\"", "<p>a</p>\n"),
    (
        "[a](https://b.org/\"onmouseover=\"c)",
        "<p><a href=\"https://b.org/&quot;onmouseover=&quot;c\" rel=\"noopener noreferrer\">a</a></p>\n",
    ),
    ("![a](https://b.org/c.png)", "<p>a</p>\n"),
    ("![a](//b.org/c.png) ![d](data:image/png;base64,e)", "<p>a d</p>\n"),
    ("![a](../../secret.png) ![b](images/c.html)", "<p>a b</p>\n"),
    (
        "![a [b](javascript:c) d](images/e.png)",
        "<p><img src=\"exercises/x/public/images/e.png\" alt=\"a b d\" /></p>\n",
    ),
    (
        "[![a](https://b.org/c.png)](https://d.org)",
        "<p><a href=\"https://d.org\" rel=\"noopener noreferrer\">a</a></p>\n",
    ),
    ("```\"><script>\na\n```", "<pre><code class=\"language-&quot;&gt;&lt;script&gt;\">a\n</code></pre>\n"),
    ("# a {#b onclick=c}", "<h2>a {#b onclick=c}</h2>\n"),
];

#[test]
fn hostile_texts_are_only_texts() {
    for (text, expected) in HOSTILE {
        assert_eq!(html(text), expected, "{text}");
    }
}
