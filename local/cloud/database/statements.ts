// Decides the tables and every SQL statement over them: documents in the order of insertion.
import type Database from 'libsql'

export const SCHEMA = `
create table if not exists collection (no integer primary key, name text not null unique);
create table if not exists idx (no integer primary key, collection integer not null, name text not null, spec text not null,
  multikey integer not null default 0, unordered integer not null default 0, unique (collection, name));
create table if not exists doc (n integer primary key, collection integer not null, id blob not null, bson blob not null);
create unique index if not exists doc_id on doc (collection, id);
create index if not exists doc_order on doc (collection);
create table if not exists entry (idx integer not null, key blob not null, n integer not null, primary key (idx, key, n)) without rowid;
`

/** Prepares all statements once. */
export function prepareStatements(db: Database.Database) {
  const byEntry = `select e.key as key, d.n as n, d.bson as bson from entry e join doc d on d.n = e.n where e.idx = ?`
  const byId = `select id as key, n, bson from doc where collection = ?`
  const all = `select n, bson from doc where collection = ?`
  const pair = (select: string, key: string, n: string) => ({
    forwards: db.prepare(`${select} and (${key}, ${n}) > (?, ?) and ${key} < ? order by ${key}, ${n} limit ?`),
    backwards: db.prepare(
      `${select} and (${key}, ${n}) < (?, ?) and ${key} >= ? order by ${key} desc, ${n} desc limit ?`,
    ),
  })
  const everything = (compare: string, order: string) =>
    db.prepare(`${all} and ?2 is not null and n ${compare} ?3 and ?4 is not null order by n ${order} limit ?5`)
  return {
    walk: {
      entry: pair(byEntry, 'e.key', 'e.n'),
      id: pair(byId, 'id', 'n'),
      everything: { forwards: everything('>', 'asc'), backwards: everything('<', 'desc') },
    },
    dropEntries: db.prepare('delete from entry where idx = ?'),
    addEntry: db.prepare('insert into entry (idx, key, n) values (?, ?, ?)'),
    removeEntry: db.prepare('delete from entry where idx = ? and key = ? and n = ?'),
    holder: db.prepare(
      'select d.bson as bson from entry e join doc d on d.n = e.n where e.idx = ? and e.key = ? limit 1',
    ),
    rowOf: db.prepare('select n from doc where collection = ? and id = ?'),
    read: db.prepare('select bson from doc where collection = ? and id = ?'),
    rows: db.prepare('select n, bson from doc where collection = ? order by n'),
    count: db.prepare('select count(*) as total from doc where collection = ?'),
    insert: db.prepare('insert into doc (collection, id, bson) values (?, ?, ?)'),
    update: db.prepare('update doc set bson = ? where n = ?'),
    remove: db.prepare('delete from doc where n = ?'),
  }
}
