//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"recount.invalid/recount/fixtures"
)

// batchReports are some reports and a file that cannot be read.
func batchReports(t *testing.T) string {
	t.Helper()
	in := t.TempDir()
	for i := range 3 {
		fx, err := fixtures.Generate(fixtures.Options{Seed: uint64(300 + i), Commitments: 1, Members: 3})
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(in, fmt.Sprintf("r%d.pdf", i)), fx.PDF, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(in, "empty.pdf"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	return in
}

// sameAsOneRun holds a data set against that of a single run.
func sameAsOneRun(t *testing.T, in, got string) {
	t.Helper()
	whole := t.TempDir()
	if said, err := exec.Command("recount", "build", in, "-o", whole, "--quiet").CombinedOutput(); exitStatus(err) != statusInput {
		t.Fatalf("%v: %s", err, said)
	}
	a, err := treeSums(whole)
	if err != nil || len(a) == 0 {
		t.Fatal(len(a), err)
	}
	b, err := treeSums(got)
	if err != nil {
		t.Fatal(err)
	}
	if d := differences(a, b); len(d) > 0 {
		t.Errorf("different: %v", d)
	}
}

func exitStatus(err error) int {
	if exit, ok := err.(*exec.ExitError); ok {
		return exit.ExitCode()
	}
	return statusDone
}

// The scripts for Slurm do what they say, given the variables that Slurm sets.
func TestSlurmScripts(t *testing.T) {
	in, data := batchReports(t), t.TempDir()
	script := func(name string, more ...string) {
		cmd := exec.Command("sh", filepath.Join("..", "..", "packaging", "batch", name))
		cmd.Env = append(os.Environ(), append(more, "DATA="+data)...)
		if said, err := cmd.CombinedOutput(); name == "slurm.sh" && err != nil || exitStatus(err) != statusDone && exitStatus(err) != statusInput {
			t.Fatalf("%s: %v: %s", name, err, said)
		}
	}
	for i := range 8 {
		script("slurm.sh", "REPORTS="+in, fmt.Sprintf("SLURM_ARRAY_TASK_ID=%d", i), "SLURM_ARRAY_TASK_COUNT=8", "SLURM_CPUS_PER_TASK=1")
	}
	script("slurm-merge.sh")
	sameAsOneRun(t, in, filepath.Join(data, "dataset"))
}

// The jobs for Kubernetes call the program rightly, given what Kubernetes sets and
// mounts.
func TestKubernetesJobs(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "packaging", "batch", "kubernetes.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	in, data := batchReports(t), t.TempDir()
	for document := range strings.SplitSeq(string(text), "\n---\n") {
		var job struct {
			Spec struct {
				Completions int
				Template    struct {
					Spec struct {
						Containers []struct{ Args []string }
					}
				}
			}
		}
		if err := yaml.Unmarshal([]byte(document), &job); err != nil {
			t.Fatal(err)
		}
		for i := range max(job.Spec.Completions, 1) {
			index := fmt.Sprint(i)
			var args []string
			for _, a := range job.Spec.Template.Spec.Containers[0].Args {
				args = append(args, strings.NewReplacer("/reports", in, "/data/", data+"/", "$(JOB_COMPLETION_INDEX)", index).Replace(a))
			}
			cmd := exec.Command("recount", args...)
			cmd.Env = append(os.Environ(), shardVariable+"="+index)
			if said, err := cmd.CombinedOutput(); err != nil && exitStatus(err) != statusInput {
				t.Fatalf("%v: %v: %s", args, err, said)
			}
		}
	}
	sameAsOneRun(t, in, filepath.Join(data, "dataset"))
}
