// Whether two results are the same rows in any order, numbers within a relative tolerance.

const TOLERANCE = 1e-9;
const NUMBER = /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/;
const INTEGER = /^-?\d+$/;

/** Columns whose cells are numbers, some of them not whole: compared by value, sorted by last. */
function isMeasure(left, right) {
  const cells = [...left, ...right].filter((cell) => cell !== null);
  return cells.every((cell) => NUMBER.test(cell)) && cells.some((cell) => !INTEGER.test(cell));
}

function sorted(columns, measures) {
  const keys = columns.filter((_, index) => !measures[index]);
  const numbers = columns.filter((_, index) => measures[index]);
  const rows = Array.from({ length: columns[0].length }, (_, row) => ({
    row,
    key: keys.map((cells) => cells[row] ?? "\u0000").join("\u0001"),
  }));
  rows.sort((one, other) => {
    if (one.key !== other.key) return one.key < other.key ? -1 : 1;
    for (const cells of numbers) {
      const difference = Number(cells[one.row]) - Number(cells[other.row]);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  return rows.map(({ row }) => row);
}

function same(left, right, measure) {
  if (left === right) return true;
  if (!measure || left === null || right === null) return false;
  const [one, other] = [Number(left), Number(right)];
  return Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other));
}

/** The first difference between two results (columns of texts), or `null`. */
export function difference(left, right) {
  const names = (columns) => columns.map(({ name }) => name).join(", ");
  if (names(left) !== names(right)) return `columns ${names(left)} beside ${names(right)}`;
  const [ours, theirs] = [left, right].map((columns) => columns.map(({ cells }) => cells));
  if (ours[0].length !== theirs[0].length) return `${ours[0].length} rows beside ${theirs[0].length}`;
  const measures = ours.map((cells, index) => isMeasure(cells, theirs[index]));
  const [places, others] = [sorted(ours, measures), sorted(theirs, measures)];
  for (let rank = 0; rank < places.length; rank += 1) {
    for (let column = 0; column < ours.length; column += 1) {
      const [one, other] = [ours[column][places[rank]], theirs[column][others[rank]]];
      if (!same(one, other, measures[column])) return `${left[column].name}: ${one} beside ${other}`;
    }
  }
  return null;
}
