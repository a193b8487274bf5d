// What is measured, and the floors it is held to.

/** The seven queries, the same text for every engine. */
export const QUERIES = [
  { name: "sum by 100 string keys", sql: "select id1, sum(v1) as v1 from data group by id1" },
  { name: "sum, mean by 10 k string keys", sql: "select id3, sum(v1) as v1, avg(v3) as v3 from data group by id3" },
  {
    name: "3 means by 100 ints",
    sql: "select id4, avg(id5) as id5, avg(v1) as v1, avg(v3) as v3 from data group by id4",
  },
  {
    name: "3 sums by 10 k ints",
    sql: "select id5, sum(id4) as id4, sum(v1) as v1, sum(v3) as v3 from data group by id5",
  },
  {
    name: "group by two string keys, 1 M groups",
    sql: "select id2, id3, sum(v3) as v3, count(*) as n from data group by id2, id3",
  },
  {
    name: "order by float limit 100",
    sql: "select id1, id2, id3, id4, id5, v1, v3 from data order by v3 desc limit 100",
  },
  {
    name: "join on ints, then group",
    sql:
      "select small.label as label, sum(data.v3) as v3, count(*) as n " +
      "from data join small on data.id5 = small.id5 group by small.label",
  },
];

/** A fingerprint of an imported table: equal in two engines that read the same. */
export const FINGERPRINT =
  "select count(*) as n, count(distinct id1) as k1, count(distinct id2) as k2, count(distinct id3) as k3, " +
  "min(id3) as first3, max(id3) as last3, sum(id4) as s4, sum(id5) as s5, sum(v1) as s1, sum(v3) as s3 from data";

/** How many times as fast as DuckDB-Wasm we must be at least. */
export const FLOORS = { import: 1.5, mean: 0.6, each: 0.25 };

/** Millions of rows that must be made in a second on one core. */
export const MADE = { native: 1, wasm: 0.33 };

/** Rows of the first window of a result: what the page shows of it. */
export const WINDOW_ROWS = 100;

/** Columns whose facets are looked at: few texts, many texts, few whole numbers, as many numbers as rows. */
export const FACETS = ["id1", "id3", "id4", "v3"];

/** What a person may wait for in the room at most, in milliseconds. */
export const LIMITS = { facet: 300, longTask: 50 };
