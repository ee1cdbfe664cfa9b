package form

import (
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"

	_ "modernc.org/sqlite" // the driver "sqlite", in Go without cgo

	"recount.invalid/recount/dataset/shape"
)

// SQLiteFile is the name of the database in the data set's folder.
const SQLiteFile = "recount.sqlite"

//go:embed views.sql
var sqliteViews string

// sqliteTypes are the column types of SQLite's STRICT tables.
var sqliteTypes = map[shape.Type]string{
	shape.String: "TEXT", shape.Integer: "INTEGER", shape.Score: "INTEGER", shape.Number: "REAL", shape.Date: "TEXT",
}

// sqliteSink writes all tables into one SQLite file. It works on one
// connection and in one transaction, so that the same rows give the same
// bytes.
type sqliteSink struct {
	tables  []*shape.Table
	db      *sql.DB
	tx      *sql.Tx
	inserts []*sql.Stmt
	args    []any
}

func openSQLite(dir string, tables []*shape.Table, _ Options) (Sink, error) {
	// The file is new and nobody else reads it: a journal would only cost
	// time, and a crash throws the whole folder away.
	pragmas := "?_pragma=journal_mode(OFF)&_pragma=synchronous(OFF)&_pragma=locking_mode(EXCLUSIVE)&_pragma=page_size(8192)&_pragma=cache_size(-8000)"
	path := (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.ToSlash(filepath.Join(dir, SQLiteFile))}).EscapedPath()}).String()
	db, err := sql.Open("sqlite", path+pragmas)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	s := &sqliteSink{tables: tables, db: db}
	if err := s.begin(); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return s, nil
}

func (s *sqliteSink) begin() error {
	var err error
	if s.tx, err = s.db.Begin(); err != nil {
		return err
	}
	for _, t := range s.tables {
		if _, err := s.tx.Exec(createTable(t)); err != nil {
			return fmt.Errorf("create table %s: %w", t.Name, err)
		}
		stmt, err := s.tx.Prepare(fmt.Sprintf("INSERT INTO %s VALUES (?%s)", quoteName(t.Name), strings.Repeat(",?", len(t.Columns)-1)))
		if err != nil {
			return err
		}
		s.inserts = append(s.inserts, stmt)
	}
	return nil
}

// createTable is the SQL that makes a table with its keys and checks.
func createTable(t *shape.Table) string {
	var b strings.Builder
	fmt.Fprintf(&b, "CREATE TABLE %s (\n", quoteName(t.Name))
	for _, c := range t.Columns {
		fmt.Fprintf(&b, "  %s %s", quoteName(c.Name), sqliteTypes[c.Type])
		if c.Required {
			b.WriteString(" NOT NULL")
		}
		if len(c.Values) > 0 {
			fmt.Fprintf(&b, " CHECK (%s IN ('%s'))", quoteName(c.Name), strings.Join(c.Values, "', '"))
		}
		if c.Ref != "" {
			// Deferred: files name reports and stand behind them, and the
			// order of the rows is the reports', not the tables'.
			fmt.Fprintf(&b, " REFERENCES %s DEFERRABLE INITIALLY DEFERRED", quoteName(c.Ref))
		}
		b.WriteString(",\n")
	}
	keys := make([]string, len(t.Key))
	for i, k := range t.Key {
		keys[i] = quoteName(k)
	}
	fmt.Fprintf(&b, "  PRIMARY KEY (%s)\n) STRICT, WITHOUT ROWID", strings.Join(keys, ", "))
	if len(t.Search) > 0 {
		// Full-text search finds a row by its rowid.
		return strings.TrimSuffix(b.String(), ", WITHOUT ROWID")
	}
	return b.String()
}

// quoteName quotes an identifier; "offset" and "text" mean something in SQL.
func quoteName(s string) string { return `"` + s + `"` }

// Write is Sink's.
func (s *sqliteSink) Write(table int, r shape.Row) error {
	s.args = s.args[:0]
	for i, c := range r {
		v, err := sqliteValue(s.tables[table].Columns[i].Type, c)
		if err != nil {
			return err
		}
		s.args = append(s.args, v)
	}
	if _, err := s.inserts[table].Exec(s.args...); err != nil {
		return fmt.Errorf("table %s: %w", s.tables[table].Name, err)
	}
	return nil
}

func sqliteValue(t shape.Type, c shape.Cell) (any, error) {
	switch {
	case !c.Set:
		return nil, nil
	case t == shape.Integer || t == shape.Score:
		return c.Int, nil
	case t == shape.Number:
		return strconv.ParseFloat(c.Text, 64)
	default:
		return c.Text, nil
	}
}

// Close adds what is faster made at the end (indexes, full-text search,
// views), checks the foreign keys and closes the file.
func (s *sqliteSink) Close() (err error) {
	defer func() { err = errors.Join(err, s.db.Close()) }()
	for _, stmt := range s.inserts {
		if err := stmt.Close(); err != nil {
			return err
		}
	}
	if err := s.finish(); err != nil {
		return errors.Join(err, s.tx.Rollback())
	}
	return s.tx.Commit()
}

func (s *sqliteSink) finish() error {
	for _, t := range s.tables {
		for _, c := range t.Columns {
			if !indexed(c) {
				continue
			}
			if _, err := s.tx.Exec(fmt.Sprintf("CREATE INDEX %s ON %s (%s)",
				quoteName(t.Name+"_"+c.Name), quoteName(t.Name), quoteName(c.Name))); err != nil {
				return err
			}
		}
		if len(t.Search) > 0 {
			if err := s.search(t); err != nil {
				return err
			}
		}
	}
	if _, err := s.tx.Exec(sqliteViews); err != nil {
		return err
	}
	return s.checkKeys()
}

// indexed columns are those by which rows are joined and chosen.
func indexed(c shape.Column) bool {
	return c.Ref != "" || c.Name == "member" || c.Name == "date" || c.Name == "rule"
}

// search makes the full-text index of a table, which holds no copy of the
// text. Datasette and sqlite-utils find it by the table's name in brackets.
func (s *sqliteSink) search(t *shape.Table) error {
	name, cols := quoteName(t.Name+"_search"), `"`+strings.Join(t.Search, `", "`)+`"`
	for _, q := range []string{
		fmt.Sprintf("CREATE VIRTUAL TABLE %s USING fts5(%s, content=[%s], tokenize='unicode61 remove_diacritics 2')", name, cols, t.Name),
		fmt.Sprintf("INSERT INTO %s(rowid, %s) SELECT rowid, %s FROM %s", name, cols, cols, quoteName(t.Name)),
	} {
		if _, err := s.tx.Exec(q); err != nil {
			return fmt.Errorf("search of %s: %w", t.Name, err)
		}
	}
	return nil
}

// checkKeys makes sure that every foreign key holds: a data set in which one
// does not is not published.
func (s *sqliteSink) checkKeys() error {
	rows, err := s.tx.Query("SELECT \"table\", \"parent\" FROM pragma_foreign_key_check LIMIT 1")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	if rows.Next() {
		var table, parent string
		if err := rows.Scan(&table, &parent); err != nil {
			return err
		}
		return fmt.Errorf("a row of table %s refers to a row of %s that was not found", table, parent)
	}
	return rows.Err()
}
