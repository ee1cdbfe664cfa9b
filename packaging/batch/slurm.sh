#!/bin/sh
# An import in eight parts on Slurm, as an array job; afterwards they are put together:
#
#   REPORTS=/shared/reports DATA=/shared/data sbatch --parsable slurm.sh
#   DATA=/shared/data sbatch --dependency=afterok:JOB slurm-merge.sh
#
# The folders are seen by all machines. A part that was stopped (time, --requeue) goes
# on where it was when it is started again.
#SBATCH --job-name=recount-read
#SBATCH --array=0-7
#SBATCH --cpus-per-task=2
#SBATCH --mem=3G
#SBATCH --time=04:00:00
#SBATCH --requeue
set -u
status=0
recount build "$REPORTS" -o "$DATA/part-$SLURM_ARRAY_TASK_ID" \
	--shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" --jobs "$SLURM_CPUS_PER_TASK" --quiet || status=$?
# 3: some files could not be read. They stand in table files, and the part is whole;
# where it is not, merge does not begin.
[ "$status" -eq 3 ] || exit "$status"
