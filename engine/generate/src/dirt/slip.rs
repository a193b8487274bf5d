//! Slips of fingers on a keyboard.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::chance::{Stream, permutation};

/// A slip of the fingers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Slip {
    /// A key beside the right one.
    Neighbour,
    /// Two letters in each other's place.
    Transposition,
    /// A letter that is not there.
    Omission,
    /// A letter that is there twice.
    Doubling,
}

/// Which keys stand side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// French keyboards.
    #[default]
    Azerty,
    /// English keyboards.
    Qwerty,
}

impl Layout {
    fn rows(self) -> [&'static str; 3] {
        match self {
            Self::Azerty => ["azertyuiop", "qsdfghjklm", "wxcvbn"],
            Self::Qwerty => ["qwertyuiop", "asdfghjkl", "zxcvbnm"],
        }
    }

    /// The keys beside a letter: in its row, and in the rows above and below, which are shifted by half a key.
    fn beside(self, letter: char) -> Vec<char> {
        let rows = self.rows();
        let small = letter.to_ascii_lowercase();
        let Some((row, column)) = rows.iter().enumerate().find_map(|(row, keys)| Some((row, keys.find(small)?))) else {
            return Vec::new();
        };
        let places = [
            (Some(row), column.checked_sub(1)),
            (Some(row), Some(column + 1)),
            (row.checked_sub(1), Some(column)),
            (row.checked_sub(1), Some(column + 1)),
            (Some(row + 1), column.checked_sub(1)),
            (Some(row + 1), Some(column)),
        ];
        let key = |(row, column): (Option<usize>, Option<usize>)| rows.get(row?)?.chars().nth(column?);
        let keys = places.into_iter().filter_map(key);
        keys.map(|key| if letter.is_ascii_uppercase() { key.to_ascii_uppercase() } else { key }).collect()
    }
}

/// How a person types.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fingers<'a> {
    /// The slips that happen.
    pub(super) slips: &'a [Slip],
    /// The keyboard.
    pub(super) layout: Layout,
    /// Whether the first letter of the text may be hit.
    pub(super) first: bool,
}

impl Fingers<'_> {
    /// Whether a slip can change this text.
    pub(super) fn fits(self, text: &str) -> bool {
        if self.slips.iter().any(|slip| matches!(slip, Slip::Omission | Slip::Doubling)) {
            return text.chars().skip(usize::from(!self.first)).any(char::is_alphabetic);
        }
        let letters: Vec<char> = text.chars().collect();
        self.slips.iter().any(|slip| !self.places(&letters, *slip).is_empty())
    }

    /// Writes the text with so many slips; it differs if the text fits.
    pub(super) fn write(self, text: &str, slips: u8, stream: &mut Stream, out: &mut String) {
        let mut letters: Vec<char> = text.chars().collect();
        let mut done = 0;
        // Two slips may undo each other; the next one then shows. Texts that do not fit stay as they are.
        while done < slips || letters.iter().copied().eq(text.chars()) {
            if !self.slip(&mut letters, stream) {
                break;
            }
            done += 1;
        }
        out.extend(letters);
    }

    fn slip(self, letters: &mut Vec<char>, stream: &mut Stream) -> bool {
        for place in permutation(stream, self.slips.len() as u32) {
            let slip = self.slips[place as usize];
            let places = self.places(letters, slip);
            let Some(&at) = stream.pick(&places) else { continue };
            match slip {
                Slip::Neighbour => {
                    if let Some(key) = stream.pick(&self.layout.beside(letters[at])) {
                        letters[at] = *key;
                    }
                }
                Slip::Transposition => letters.swap(at, at + 1),
                Slip::Omission => drop(letters.remove(at)),
                Slip::Doubling => letters.insert(at, letters[at]),
            }
            return true;
        }
        false
    }

    /// Where a slip changes the text.
    fn places(self, letters: &[char], slip: Slip) -> Vec<usize> {
        let hit = |at: usize| letters.get(at).is_some_and(|letter| letter.is_alphabetic());
        let places = usize::from(!self.first)..letters.len();
        let possible = |at: &usize| match slip {
            Slip::Neighbour => !self.layout.beside(letters[*at]).is_empty(),
            Slip::Transposition => hit(at + 1) && letters[*at] != letters[at + 1],
            Slip::Omission => letters.len() > 1,
            Slip::Doubling => true,
        };
        places.filter(|at| hit(*at)).filter(possible).collect()
    }
}
