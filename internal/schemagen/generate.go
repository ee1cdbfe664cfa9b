package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"

	"recount.invalid/recount/dataset"
)

// schema is a JSON Schema; encoding/json sorts its keys, so that the files
// are the same on every machine.
type schema = map[string]any

// draft is the version of JSON Schema that is written.
const draft = "https://json-schema.org/draft/2020-12/schema"

// sources are the packages whose types are printed.
var sources = []string{"model", "audit/internal/rule", "audit", "output"}

// codebookHead stands before the codebook in docs/data-set.md.
const codebookHead = `<!-- Made from dataset/schema.go by make docs; do not edit. -->

What "recount build" writes. Begin with CAUTIONS.md of your data set: it says
what was not read, not placed and not decided. The ids do not change between
runs. SHA256SUMS lists every file ("sha256sum -c SHA256SUMS"); the folder
.recount beside them holds what a later run needs and is no part of the data.

recount.yaml is where you say what the data set is: title, authors, licence,
version, DOI, sources, findings that are known (waivers) and values that were
misread (corrections). CITATION.cff and datapackage.json are made from it, and
"recount pack" makes the archive for a repository.

recount.yaml, CITATION.cff and the scripts in examples/ are yours to change: one
that is not what recount wrote is kept, and a run says so. Remove it to have it
written anew. Every other file is made anew by each run.

CHANGES.md says what is other than in the data set that stood there: files, and
every score and stated average with the reason (another file, another reading,
a correction).

`

// schemaFolder is where the schemas stand.
const schemaFolder = "output/schema/"

// generate makes all files; the result has their paths below the module's
// root.
func generate(root string) (map[string][]byte, error) {
	return newGenerator().generate(root)
}

func (g *generator) generate(root string) (map[string][]byte, error) {
	for _, pkg := range sources {
		if err := g.load(filepath.Join(root, pkg)); err != nil {
			return nil, err
		}
	}
	report, err := g.definitions("Report")
	if err != nil {
		return nil, err
	}
	audit, err := g.definitions("Audit")
	if err != nil {
		return nil, err
	}
	all := schema{}
	for _, defs := range []schema{report, audit} {
		for name, def := range defs {
			all[name] = def
		}
	}
	files := map[string]schema{
		"report.schema.json": {
			"$schema": draft, "$id": "urn:recount:report@1", "title": "What recount extract prints for one report",
			"$ref": "#/$defs/Report", "$defs": report,
		},
		"audit.schema.json": {
			"$schema": draft, "$id": "urn:recount:audit@1", "title": "What recount audit --format json prints",
			"$ref": "#/$defs/Audit", "$defs": audit,
		},
		"all.schema.json": {
			"$schema": draft, "$id": "urn:recount:all@1", "title": "What recount extract and recount audit --format json print",
			"oneOf": []schema{ref("Report"), ref("Audit")}, "$defs": all,
		},
	}
	out := map[string][]byte{}
	for name, s := range files {
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(s); err != nil {
			return nil, err
		}
		out[schemaFolder+name] = b.Bytes()
	}
	model, err := g.dataModel()
	if err != nil {
		return nil, err
	}
	out["docs/data-model.md"] = model
	var codebook bytes.Buffer
	if err := dataset.Codebook(&codebook); err != nil {
		return nil, err
	}
	out["docs/data-set.md"] = append([]byte(codebookHead), codebook.Bytes()...)
	return out, nil
}

// edtf is an Extended Date/Time Format level 0 date or interval.
const edtf = `^\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?$`

// constraints say more of a field than its Go type does.
var constraints = map[string]schema{
	"Audit.schema":         {"const": "recount/audit@1"},
	"findingJSON.rule":     {"description": "Id of the rule; recount rules explains each."},
	"Report.schema":        {"const": "recount/report@1"},
	"Source.pages":         {"minimum": 0},
	"Place.page":           {"minimum": 1},
	"Ref.offset":           {"minimum": 0},
	"Score.column":         {"enum": []string{"none", "partial", "full"}},
	"Statement.compliance": {"enum": []string{"full", "partial", "none"}},
	"Action.date":          {"pattern": edtf},
	"Footnote.published":   {"pattern": edtf},
	"Footnote.accessed":    {"pattern": edtf},
	"Info.published":       {"pattern": edtf},
	"Period.from":          {"pattern": edtf},
	"Period.to":            {"pattern": edtf},
	"Count.checked":        {"minimum": 0},
	"Count.failed":         {"minimum": 0},
	"Count.undecided":      {"minimum": 0},
	"findingJSON.severity": {"description": "How much the finding says. error: an accusation that must hold in public; warning: worth a look; note: a remark on form.", "enum": []string{"error", "warning", "note"}},
	"findingJSON.row":      {"minimum": 1},
	"RankedEntry.rank":     {"minimum": 1},
	"Summit.year":          {"minimum": 1900, "maximum": 2200},
	"MatrixRow.scores":     {"description": "Parallel to the matrix' members; null where a member was not assessed."},
	"RunningHead.pages":    {"minItems": 1},
}

// special are the types that do not look in JSON as they do in Go.
var special = map[string]schema{
	"Decimal": {"type": "number"},
	"Box": {
		"type": "array", "items": schema{"type": "number"}, "minItems": 4, "maxItems": 4,
		"description": "x0, top, x1, bottom in points from the page's top left corner.",
	},
	"At": {"type": "array", "items": ref("Place"), "description": "Where it stands: one entry per page."},
	// Finding writes itself as findingJSON.
	"Finding":  ref("findingJSON"),
	"Severity": {"type": "string"},
}

// specialNeeds are the definitions that a special type refers to.
var specialNeeds = map[string]string{"At": "Place", "Finding": "findingJSON"}

type generator struct {
	// structs are the types by their name in the schema: the Go name, with
	// the package in front where an earlier package has the name already.
	structs map[string]*ast.StructType
	folders map[string]string // package folder of a struct
	docs    map[string]string // "Type" and "Type.Field"
	met     map[string]bool   // constraints that met a field
}

func newGenerator() *generator {
	return &generator{
		structs: map[string]*ast.StructType{},
		folders: map[string]string{},
		docs:    map[string]string{},
		met:     map[string]bool{},
	}
}

// prefixed is the name of a type that an earlier package has taken.
func prefixed(pkg, name string) string { return strings.ToUpper(pkg[:1]) + pkg[1:] + name }

// load reads the struct types of a package and their comments.
func (g *generator) load(dir string) error {
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return err
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		for _, decl := range f.Decls {
			if gen, ok := decl.(*ast.GenDecl); ok {
				g.addTypes(filepath.Base(dir), gen)
			}
		}
	}
	return nil
}

func (g *generator) addTypes(pkg string, gen *ast.GenDecl) {
	for _, spec := range gen.Specs {
		t, ok := spec.(*ast.TypeSpec)
		if !ok {
			continue
		}
		s, ok := t.Type.(*ast.StructType)
		if !ok {
			continue
		}
		name := t.Name.Name
		if _, taken := g.structs[name]; taken {
			name = prefixed(pkg, name)
		}
		g.structs[name] = s
		g.folders[name] = pkg
		g.docs[name] = text(gen.Doc, t.Doc)
		for _, field := range s.Fields.List {
			for _, id := range field.Names {
				g.docs[name+"."+id.Name] = text(field.Doc, field.Comment)
			}
		}
	}
}

// text joins the comments that belong to one thing into one line.
func text(groups ...*ast.CommentGroup) string {
	var parts []string
	for _, c := range groups {
		if s := strings.Join(strings.Fields(c.Text()), " "); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " ")
}

// definitions gives the schemas of a type and of all types that it uses.
func (g *generator) definitions(start string) (schema, error) {
	defs := schema{}
	todo := []string{start}
	for len(todo) > 0 {
		name := todo[0]
		todo = todo[1:]
		if _, done := defs[name]; done {
			continue
		}
		s, ok := g.structs[name]
		if !ok {
			return nil, fmt.Errorf("type %s is not known", name)
		}
		def, uses, err := g.object(name, s)
		if err != nil {
			return nil, fmt.Errorf("type %s: %w", name, err)
		}
		defs[name] = def
		todo = append(todo, uses...)
	}
	return defs, nil
}

func (g *generator) object(name string, s *ast.StructType) (schema, []string, error) {
	properties, required, uses := schema{}, []string{}, []string(nil)
	for _, field := range s.Fields.List {
		if !ast.IsExported(field.Names[0].Name) {
			continue
		}
		if field.Tag == nil {
			return nil, nil, fmt.Errorf("a field has no JSON name")
		}
		tag, err := strconv.Unquote(field.Tag.Value)
		if err != nil {
			return nil, nil, err
		}
		key, options, _ := strings.Cut(reflect.StructTag(tag).Get("json"), ",")
		if key == "-" {
			continue
		}
		if key == "" {
			return nil, nil, fmt.Errorf("field %s has no JSON name", field.Names[0].Name)
		}
		def, used, err := g.typeSchema(g.folders[name], field.Type)
		if err != nil {
			return nil, nil, fmt.Errorf("field %s: %w", key, err)
		}
		uses = append(uses, used...)
		if doc := g.fieldDoc(name, field.Names[0].Name, key); doc != "" {
			def["description"] = doc
		}
		for k, v := range constraints[name+"."+key] {
			def[k] = v
			g.met[name+"."+key] = true
		}
		properties[key] = def
		if options != "omitempty" {
			required = append(required, key)
		}
	}
	out := schema{"type": "object", "properties": properties, "required": required, "additionalProperties": false}
	if doc := g.docs[name]; doc != "" {
		out["description"] = doc
	}
	return out, uses, nil
}

// fieldDoc is the comment of a field, called by its name in JSON;
// findingJSON borrows Finding's.
func (g *generator) fieldDoc(typ, field, key string) string {
	if typ == "findingJSON" {
		typ = "Finding"
	}
	doc := g.docs[typ+"."+field]
	if rest, ok := strings.CutPrefix(doc, field+" "); ok {
		return key + " " + rest
	}
	return doc
}

// typeSchema gives the schema of a Go type, as package pkg names it, and the
// structs that it names.
func (g *generator) typeSchema(pkg string, t ast.Expr) (schema, []string, error) {
	switch t := t.(type) {
	case *ast.StarExpr:
		inner, uses, err := g.typeSchema(pkg, t.X)
		if err != nil {
			return nil, nil, err
		}
		return nullable(inner), uses, nil
	case *ast.ArrayType:
		inner, uses, err := g.typeSchema(pkg, t.Elt)
		return schema{"type": "array", "items": inner}, uses, err
	case *ast.SelectorExpr: // model.At, seen from audit
		return g.named("", t.Sel.Name)
	case *ast.Ident:
		return g.named(pkg, t.Name)
	}
	return nil, nil, fmt.Errorf("no schema for %T", t)
}

func (g *generator) named(pkg, name string) (schema, []string, error) {
	if s, ok := special[name]; ok {
		own := schema{}
		for k, v := range s {
			own[k] = v
		}
		if need, ok := specialNeeds[name]; ok {
			return own, []string{need}, nil
		}
		return own, nil, nil
	}
	switch name {
	case "string":
		return schema{"type": "string"}, nil, nil
	case "bool":
		return schema{"type": "boolean"}, nil, nil
	case "int", "int64":
		return schema{"type": "integer"}, nil, nil
	case "float64":
		return schema{"type": "number"}, nil, nil
	}
	if pkg != "" {
		if own := prefixed(pkg, name); g.structs[own] != nil {
			name = own
		}
	}
	if g.structs[name] == nil {
		return nil, nil, fmt.Errorf("no schema for type %s", name)
	}
	return ref(name), []string{name}, nil
}

// nullable lets a schema take null too.
func nullable(s schema) schema {
	if t, ok := s["type"].(string); ok {
		s["type"] = []string{t, "null"}
		return s
	}
	return schema{"anyOf": []schema{s, {"type": "null"}}}
}

func ref(name string) schema { return schema{"$ref": "#/$defs/" + name} }
