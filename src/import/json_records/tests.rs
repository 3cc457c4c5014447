//! Every layout of JSON, whole and damaged.

use proptest::prelude::*;

use super::*;
use crate::import::split::Splitter;
use crate::import::split::tests::split;

fn with_longest(longest: usize) -> Splitter {
    Splitter::Json(JsonSplitter { longest, ..JsonSplitter::default() })
}

/// Records as text; `!` before those with a problem.
fn records(text: &str) -> Vec<String> {
    let of_block = |block| -> Vec<String> {
        split(&mut with_longest(200), text.as_bytes(), block)
            .into_iter()
            .map(|(_, text, problem)| {
                format!("{}{}", if problem.is_some() { "!" } else { "" }, String::from_utf8_lossy(&text))
            })
            .collect()
    };
    let found = of_block(10_000);
    for block in 1..9 {
        assert_eq!(of_block(block), found, "block {block}");
    }
    found
}

#[test]
fn every_layout_gives_its_records() {
    let three = ["{\"a\":1}", "{\"b\":[{}]}", "{}"];
    for text in [
        "[{\"a\":1},{\"b\":[{}]},{}]",
        "[\n  {\"a\":1},\n  {\"b\":[{}]},\n  {}\n]\n",
        "{\"a\":1}\n{\"b\":[{}]}\r\n{}",
        "{\"@odata.context\":\"[{\",\"value\":[{\"a\":1},{\"b\":[{}]},{}]}",
        "{\"value\" : [{\"a\":1}],\"next\":{\"value\":[{}]}}\n{\"value\":[{\"b\":[{}]},{}],\"x\":\"]}\"}",
        "[{\"records\":[{\"a\":1}]},{\"records\":[{\"b\":[{}]},{}]}]",
        "[[{\"a\":1},{\"b\":[{}]}],[{}]]",
        "[{\"a\":1}]\n[{\"b\":[{}]},{}]",
    ] {
        assert_eq!(records(text), three, "{text}");
    }
}

/// Pieces whose end was told by their indent.
fn by_indent(text: &str) -> usize {
    let mut splitter = JsonSplitter::default();
    std::iter::from_fn(|| splitter.next(text.as_bytes(), true)).filter(|piece| piece.by_indent.is_some()).count()
}

#[test]
fn indented_records_end_with_the_line_that_closes_them() {
    let records_of = |text: &str| {
        let found = records(text);
        assert!(found.iter().all(|record| record.starts_with('{') && record.ends_with('}')), "{found:?}");
        found.len()
    };
    let record = "{\n    \"a\": [\n      {\n        \"b\": \"}\"\n      }\n    ],\n    \"c\": {}\n  }";
    let list = format!("[\n  {}\n]", [record; 5].join(",\n  "));
    assert_eq!((records_of(&list), by_indent(&list)), (5, 4));
    let windows = list.replace('\n', "\r\n");
    assert_eq!((records_of(&windows), by_indent(&windows)), (5, 4));
    let wrapped = format!("{{\n\"value\": {list},\n\"x\": 1\n}}");
    assert_eq!((records_of(&wrapped), by_indent(&wrapped)), (5, 4));
    // Each element is a wrapper, whose records are indented as it is.
    let pages = format!("[{0},\n{0}]", "{\n \"value\": [\n  {\n   \"a\": 1\n  },\n  {\n   \"a\": 2\n  }\n ]\n}");
    assert_eq!(records_of(&pages), 4);
    // Without an indent of its own nothing can be told.
    let flat = list.replace("  ", "");
    assert_eq!((records_of(&flat), by_indent(&flat)), (5, 0));
}

#[test]
fn a_list_of_objects_at_the_records_own_indent_is_cut_again() {
    let plain = "{\n  \"a\": 1\n}";
    let odd = "{\n  \"a\": [\n{\n  \"b\": 1\n},\n{\n  \"b\": 2\n}\n]\n}";
    let text = format!("[\n{plain},\n{odd},\n{plain}\n]");
    let mut splitter = JsonSplitter::default();
    let pieces: Vec<Piece> = std::iter::from_fn(|| splitter.next(text.as_bytes(), true)).collect();
    let again = cut_again(text.as_bytes(), &pieces[1..]).expect("it ends later");
    let shown: Vec<&str> = again.iter().map(|piece| &text[piece.start..piece.end]).collect();
    assert_eq!(shown, [odd, plain]);
    assert_eq!(cut_again(text.as_bytes(), &again[1..]), None);
}

/// A property of an object that is indented by two blanks, with what is nested closed where it should not be.
fn odd_property() -> impl Strategy<Value = String> {
    let nested = (0_usize..5, any::<bool>(), any::<bool>()).prop_map(|(blanks, is_list, is_empty)| {
        let (open, close) = if is_list { ('[', ']') } else { ('{', '}') };
        let inner = match (is_list, is_empty) {
            (_, true) => "",
            (true, _) => "\n    1,\n    \"}\"",
            (false, _) => "\n    \"x\": \"{\",\n    \"y\": {}",
        };
        format!("{open}{inner}\n{}{close}", " ".repeat(blanks))
    });
    prop_oneof![Just("1".to_owned()), Just("\"a } ] \"".to_owned()), nested]
}

proptest! {
    #[test]
    fn indents_change_nothing_but_the_time(
        records in proptest::collection::vec(proptest::collection::vec(odd_property(), 1..4), 1..6),
        block in 1_usize..80,
        is_wrapped in any::<bool>(),
        line in prop_oneof![Just("\n"), Just("\r\n")],
    ) {
        let record = |properties: &Vec<String>| {
            let lines: Vec<String> =
                properties.iter().enumerate().map(|(at, value)| format!("\n   \"p{at}\": {value}")).collect();
            format!("{{{}\n  }}", lines.join(","))
        };
        let list = format!("[\n  {}\n]", records.iter().map(record).collect::<Vec<_>>().join(",\n  "));
        let text = if is_wrapped { format!("{{\n\"value\": {list},\n\"next\": {{\"a\": [1]}}\n}}") } else { list };
        let text = text.replace('\n', line);
        let every_byte = ByIndent { is_off: true, ..ByIndent::default() };
        let mut exact = Splitter::Json(JsonSplitter { by_indent: every_byte, ..JsonSplitter::default() });
        let expected = split(&mut exact, text.as_bytes(), 10_000);
        prop_assert_eq!(expected.len(), records.len());
        for block in [block, 10_000] {
            let found = split(&mut Splitter::Json(JsonSplitter::default()), text.as_bytes(), block);
            prop_assert_eq!(&found, &expected, "block {}: {}", block, text);
        }
    }
}

#[test]
fn brackets_and_quotes_in_strings_do_not_count() {
    let text = r#"[{"a":"}]\\\"{","b":"\\"},{"c":"[\"value\":["}]"#;
    assert_eq!(records(text), [r#"{"a":"}]\\\"{","b":"\\"}"#, r#"{"c":"[\"value\":["}"#]);
}

#[test]
fn a_list_named_value_inside_a_record_is_no_wrapper() {
    assert_eq!(records(r#"{"value":[{"x":{"value":[1]}},{"value":[2]}]}"#).len(), 2);
    assert_eq!(records(r#"[{"a":{"value":[{}]}}]"#).len(), 1);
}

#[test]
fn documents_of_a_search_are_records() {
    let text = r#"{"took":3,"hits":{"total":{"value":2},"hits":[{"_source":{"a":[1]}},{"b":{"hits":[2]}}],"x":[1]},"aggregations":{"c":[{}]}}"#;
    assert_eq!(records(text), [r#"{"_source":{"a":[1]}}"#, r#"{"b":{"hits":[2]}}"#]);
}

#[test]
fn lines_that_only_say_what_to_do_are_no_records() {
    let text = "{\"index\":{\"_index\":\"x\",\"_id\":\"1\"}}\n{\"a\":1}\n{ \"create\" : {} }\n{\"index\":{\"a\":{}}}\n";
    assert_eq!(records(text), ["{\"a\":1}", "{\"index\":{\"a\":{}}}"]);
}

#[test]
fn only_the_table_with_the_result_has_records() {
    let frames = r#"[{"FrameType":"DataSetHeader","Version":"v2.0"},
        {"FrameType":"DataTable","TableKind":"QueryProperties","Columns":[{"ColumnName":"k"}],"Rows":[[1],[2]]},
        {"FrameType":"DataTable","TableKind":"PrimaryResult","Columns":[{"ColumnName":"a"}],"Rows":[[3]]},
        {"FrameType":"DataSetCompletion","HasErrors":false}]"#;
    assert_eq!(with_long_records(frames), ["[3]"]);
    let tables = r#"{"Tables":[{"Columns":[{"ColumnName":"a"}],"Rows":[[3]]},{"Columns":[{"ColumnName":"Ordinal"},{"ColumnName":"PrettyName"}],"Rows":[[4,5]]}]}"#;
    assert_eq!(with_long_records(tables), ["[3]"]);
}

#[test]
fn rows_of_a_table_with_other_columns_are_told() {
    let tables = r#"{"Tables":[{"Columns":[{"ColumnName":"a"}],"Rows":[[3]]},{"Columns":[{"ColumnName":"b"}],"Rows":[[4],[5]]}]}"#;
    let mut splitter = Splitter::Json(JsonSplitter::default());
    let found = split(&mut splitter, tables.as_bytes(), 7);
    let told: Vec<bool> = found.iter().map(|(.., problem)| problem.is_some()).collect();
    assert_eq!(told, [false, true, true]);
}

/// The records of a text as they are with the limit of the program.
fn with_long_records(text: &str) -> Vec<String> {
    let mut splitter = Splitter::Json(JsonSplitter::default());
    let found = split(&mut splitter, text.as_bytes(), 7);
    found.into_iter().map(|(_, text, _)| String::from_utf8_lossy(&text).into_owned()).collect()
}

#[test]
fn empty_lists_hold_no_record() {
    for text in ["", "[]", " [ ] ", "{\"value\":[]}", "{\"@odata.context\":\"x\",\n\"value\": [\n]\n}"] {
        assert!(records(text).is_empty(), "{text}");
    }
}

#[test]
fn truncated_text_keeps_its_whole_records() {
    assert_eq!(records("[\n  {\"a\":1},\n  {\"b\":\"unfin\n"), ["{\"a\":1}", "!{\"b\":\"unfin"]);
    assert_eq!(records("{\"value\":[{\"a\":{"), ["!{\"a\":{"]);
    assert_eq!(records("{\"a\":1}\n{\"b\":"), ["{\"a\":1}", "!{\"b\":"]);
}

#[test]
fn a_record_that_is_never_closed_does_not_take_its_neighbours_along() {
    let text = "[\n  {\"a\":{\"x\":1},\n  {\"b\":2},\n  {\"c\":3}\n]";
    assert_eq!(records(text), ["!{\"a\":{\"x\":1},", "{\"b\":2}", "{\"c\":3}"]);
    let lines = "{\"a\":1}\n{\"b\":{\n{\"c\":\"x\n{\"d\":4}";
    assert_eq!(records(lines), ["{\"a\":1}", "{\"b\":{", "{\"c\":\"x", "{\"d\":4}"]);
}

#[test]
fn a_missing_quote_costs_one_record() {
    let text = "[\n {\n  \"a\": \"x,\n  \"b\": \"y\"\n },\n {\"c\":3}\n]";
    assert_eq!(records(text).len(), 2);
    assert_eq!(records(text)[1], "{\"c\":3}");
}

#[test]
fn what_is_no_object_is_a_piece_of_its_own() {
    assert_eq!(records("[1, \"a,b\", null, {}]"), ["1", "\"a,b\"", "null", "{}"]);
    assert_eq!(records("{\"a\":1}\nnot json, at all\n{}").len(), 4);
}

#[test]
fn a_record_that_is_too_long_is_given_up_and_the_next_is_read() {
    let text = format!("[\n{{\"a\":\"{}\"}},\n{{\"b\":1}}\n]", "x".repeat(300));
    let found = records(&text);
    assert_eq!(found.len(), 2);
    assert!(found[0].starts_with("!{\"a\":\"xxx"));
    assert_eq!(found[1], "{\"b\":1}");
}

#[test]
fn deep_nesting_is_counted_not_recursed() {
    let text = "[".repeat(100_000);
    let found = split(&mut Splitter::Json(JsonSplitter::default()), text.as_bytes(), 4096);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].2, Some(CUT_OFF));
}

proptest! {
    #[test]
    fn pieces_are_the_same_at_any_block_size(
        text in "([\\[{}\\]:,a \n\\\\]|\"|\"value\":\\[|\\{\"a\":\"b\"\\}){0,40}",
        block in 1usize..9,
        longest in 1usize..60,
    ) {
        let whole = split(&mut with_longest(longest), text.as_bytes(), 1000);
        prop_assert_eq!(split(&mut with_longest(longest), text.as_bytes(), block), whole);
    }

    #[test]
    fn any_bytes_are_split_without_a_panic(text in proptest::collection::vec(any::<u8>(), 0..200), block in 1usize..50) {
        let found = split(&mut with_longest(40), &text, block);
        for pair in found.windows(2) {
            prop_assert!(pair[0].0 + pair[0].1.len() <= pair[1].0);
        }
    }

    #[test]
    fn a_list_gives_each_of_its_elements(numbers in proptest::collection::vec(0u8..20, 0..12), pretty: bool) {
        let elements: Vec<serde_json::Value> =
            numbers.iter().map(|n| serde_json::json!({"id": "q\"{".repeat(usize::from(*n)), "list": vec![(); usize::from(*n)]})).collect();
        let text = if pretty { serde_json::to_string_pretty(&elements) } else { serde_json::to_string(&elements) };
        let found = split(&mut Splitter::Json(JsonSplitter::default()), text.unwrap_or_default().as_bytes(), 16);
        prop_assert_eq!(found.len(), elements.len());
        for ((_, text, _), element) in found.iter().zip(&elements) {
            prop_assert_eq!(&serde_json::from_slice::<serde_json::Value>(text).unwrap_or_default(), element);
        }
    }
}
