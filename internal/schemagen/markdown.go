package main

import (
	"fmt"
	"go/ast"
	"reflect"
	"strconv"
	"strings"
)

// dataModel writes docs/data-model.md: the types of the JSON in the order in
// which a reader meets them, each field with its comment.
func (g *generator) dataModel() ([]byte, error) {
	var b strings.Builder
	b.WriteString(`# The data model

Made from the types of package model by ` + "`make docs`" + `; do not edit. It is what
` + "`recount extract`" + ` prints; ` + "`recount schema`" + ` gives the same as JSON Schema.

A value that the document does not state is null or absent; zero never stands
for unknown. Dates are EDTF level 0. Places (` + "`at`" + `) are pages from 1 and boxes
(x0, top, x1, bottom) in points from the page's top left corner. Offsets count
Unicode code points.
`)
	done := map[string]bool{}
	todo := []string{"Report"}
	for len(todo) > 0 {
		name := todo[0]
		todo = todo[1:]
		if done[name] {
			continue
		}
		done[name] = true
		s := g.structs[name]
		if s == nil {
			return nil, fmt.Errorf("type %s is not known", name)
		}
		fmt.Fprintf(&b, "\n## %s\n\n%s\n\n| Field | Type | Meaning |\n|---|---|---|\n", name, g.docs[name])
		for _, field := range s.Fields.List {
			if !ast.IsExported(field.Names[0].Name) {
				continue
			}
			tag, err := strconv.Unquote(field.Tag.Value)
			if err != nil {
				return nil, err
			}
			key, options, _ := strings.Cut(reflect.StructTag(tag).Get("json"), ",")
			words, uses := typeWords(field.Type)
			if uses != "" && g.structs[uses] != nil && special[uses] == nil {
				todo = append(todo, uses)
			}
			if options == "omitempty" {
				words += ", may be absent"
			}
			doc := g.fieldDoc(name, field.Names[0].Name, key)
			fmt.Fprintf(&b, "| `%s` | %s | %s |\n", key, words, strings.ReplaceAll(doc, "|", `\|`))
		}
	}
	return []byte(b.String()), nil
}

// jsonWords are the Go types in the words of JSON.
var jsonWords = map[string]string{
	"string": "text", "int": "whole number", "int64": "whole number", "float64": "number", "bool": "true or false",
	"Decimal": "number, decimals as printed", "At": "places", "Box": "four numbers",
}

// typeWords says what a field holds, and names the struct that it uses.
func typeWords(t ast.Expr) (words, uses string) {
	switch t := t.(type) {
	case *ast.StarExpr:
		words, uses = typeWords(t.X)
		return words + " or null", uses
	case *ast.ArrayType:
		words, uses = typeWords(t.Elt)
		return "list of " + words, uses
	case *ast.Ident:
		if w, ok := jsonWords[t.Name]; ok {
			return w, ""
		}
		return "[" + t.Name + "](#" + strings.ToLower(t.Name) + ")", t.Name
	}
	return "", ""
}
