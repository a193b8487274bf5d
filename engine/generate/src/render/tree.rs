//! Columns whose names are paths (`address.city`), as the tree that they make.

/// A key of an object, or an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    /// A column, by its place in the file.
    Leaf {
        /// Last part of the path.
        key: String,
        /// Place of the column.
        place: usize,
    },
    /// What several columns, or one with a longer path, stand in.
    Branch {
        /// The part of the path.
        key: String,
        /// What stands in it, in the order in which it is first named.
        nodes: Vec<Node>,
    },
}

impl Node {
    pub(super) fn key(&self) -> &str {
        match self {
            Self::Leaf { key, .. } | Self::Branch { key, .. } => key,
        }
    }
}

/// The tree of these names.
///
/// # Errors
/// The place of a name that another one leaves no room for (`a` and `a.b`, or `a` twice), or that has an empty part.
pub(super) fn tree<'n>(names: impl IntoIterator<Item = &'n str>) -> Result<Vec<Node>, usize> {
    let mut root = Vec::new();
    for (place, name) in names.into_iter().enumerate() {
        let mut nodes = &mut root;
        let mut parts = name.split('.').peekable();
        while let Some(part) = parts.next() {
            if part.is_empty() {
                return Err(place);
            }
            let known = nodes.iter().position(|node: &Node| node.key() == part);
            if parts.peek().is_none() {
                if known.is_some() {
                    return Err(place);
                }
                nodes.push(Node::Leaf { key: part.to_owned(), place });
                break;
            }
            let at = known.unwrap_or(nodes.len());
            if known.is_none() {
                nodes.push(Node::Branch { key: part.to_owned(), nodes: Vec::new() });
            }
            match nodes.get_mut(at) {
                Some(Node::Branch { nodes: inner, .. }) => nodes = inner,
                _ => return Err(place),
            }
        }
    }
    Ok(root)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_make_a_tree_or_meet() {
        let leaf = |key: &str, place| Node::Leaf { key: key.into(), place };
        let branch = |key: &str, nodes| Node::Branch { key: key.into(), nodes };
        let expected = vec![leaf("id", 0), branch("a", vec![leaf("b", 1), leaf("d", 3)]), leaf("c", 2)];
        assert_eq!(tree(["id", "a.b", "c", "a.d"]), Ok(expected));
        for (names, place) in
            [(["a", "a"], 1), (["a", "a.b"], 1), (["a.b", "a"], 1), (["a..b", "c"], 0), (["", "c"], 0)]
        {
            assert_eq!(tree(names), Err(place), "{names:?}");
        }
    }
}
