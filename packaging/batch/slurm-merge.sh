#!/bin/sh
# Puts the parts of slurm.sh together.
#SBATCH --job-name=recount-merge
#SBATCH --mem=2G
#SBATCH --time=01:00:00
set -eu
recount merge "$DATA"/part-* -o "$DATA/dataset" --quiet
