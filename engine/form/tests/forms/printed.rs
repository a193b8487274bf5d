//! Print: headings, a table, long texts; nothing that runs.

use form::print::{Page, print};

use crate::sample::{form, known, reading};

#[test]
fn a_form_is_a_page() {
    let known = known();
    let form = form(&[
        &[("name", "flats"), ("cost", "1,5"), ("state", "open"), ("note", "first\n\nsecond")],
        &[("name", "<script>alert('x')</script>"), ("cost", "? \"&\"")],
    ]);
    let remarks = ["1 < 2".to_owned()];
    let page = Page { language: "fr", title: "A & B", remarks: &remarks };
    let html = print(&form, &reading(&known), &page);
    let (head, rest) = html.split_once("<tbody>").unwrap();
    assert!(head.starts_with("<article lang=\"fr\"><h1>A &amp; B</h1><p>form-kind-sample (F-SAMPLE)</p>"), "{head}");
    assert!(head.contains("<caption>form-kind-sample</caption><thead><tr><th scope=\"col\">form-row</th>"), "{head}");
    assert!(!head.contains("form-kind-sample-note"), "long texts have a part of their own: {head}");
    let (body, rest) = rest.split_once("</tbody></table>").unwrap();
    assert_eq!(
        body,
        "<tr><th scope=\"row\">1</th><td>flats</td><td>1,5</td><td></td><td>ouvert</td><td></td><td></td><td></td>\
         <td></td><td>1234,5</td><td></td></tr>\
         <tr><th scope=\"row\">2</th><td>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;</td>\
         <td>form-unknown &quot;\\&quot;&amp;\\&quot;&quot;</td><td></td><td></td><td></td><td></td><td></td><td></td>\
         <td></td><td></td></tr>"
    );
    let hash = form.hash();
    assert_eq!(
        rest,
        format!(
            "<h2>form-kind-sample-note</h2><h3>form-row-number 1</h3><p>first</p><p>second</p>\
             <h2>form-findings</h2><ul><li>1 &lt; 2</li></ul>\
             <p>form-print-run &quot;form-kind-sample-runs&quot; &quot;abc&quot;</p>\
             <p>form-print-hash &quot;{hash}&quot;</p></article>"
        )
    );
}
