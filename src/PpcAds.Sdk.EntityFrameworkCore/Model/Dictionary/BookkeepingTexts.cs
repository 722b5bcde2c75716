namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>The texts of what the SDK keeps for itself.</summary>
internal static class BookkeepingTexts
{
    public static IReadOnlyList<TableText> All { get; } =
    [
        TableText.Table(
            PpcAdsTables.Jobs,
            "A report that is requested, awaited and loaded.",
            """
            job_id: The number, made by the database.
            account_id
            profile_id
            dataset
            start_date
            end_date: The last day, inclusive.
            reason: Why it was planned.
            state: The progress: loaded and abandoned are final.
            report_id
            generated_at: When Amazon took the figures.
            created_at: When it was planned.
            requested_at: When the report was requested.
            due_at: When it is due to be polled again.
            attempts: How many reports were requested without success.
            failures: How many steps failed in a row.
            error: The last failure, or why the job was given up.
            removal_digest
            lease_owner
            lease_until
            lease_epoch
            """),
        TableText.Table(
            PpcAdsTables.Loads,
            "A load that was committed, so that it is never done twice.",
            """
            load_id: The id of the load.
            account_id
            loaded_at: When it was committed.
            is_suspect: Whether rows were kept that the report lacks.
            inserted: Rows that were added.
            changed: Rows whose values changed.
            unchanged: Rows that were the same already.
            removed: Rows that were removed.
            rejected: Rows that could not be read.
            ignored: Rows of days that were not part of the load.
            duplicates: Rows that were added to another of the same key.
            rounded_amounts: Amounts that were rounded.
            removal_digest
            """),
        TableText.Table(
            PpcAdsTables.DatasetRefusals,
            "A dataset that Amazon refuses to report about a profile.",
            """
            account_id
            profile_id
            dataset
            refusals: How many times in a row Amazon refused.
            refused_at: When Amazon last refused.
            reason: The reason that Amazon last gave.
            """),
        TableText.Table(
            PpcAdsTables.Leases,
            "Work that one process at a time does.",
            """
            name: The name of the work.
            lease_owner
            lease_until
            lease_epoch
            """),
        TableText.Table(
            PpcAdsTables.LearnedRates,
            "How fast Amazon last let a class of operations be called.",
            """
            account: The name of the account.
            region: The region whose host is called.
            operation_class: The group of operations.
            calls_per_second: The rate.
            learned_at: When the rate was learned.
            quiet_until: Until when Amazon requested a pause; null if it did not.
            """),
        TableText.Table(
            PpcAdsTables.Runs,
            "A call of the orchestrator.",
            """
            run_id
            kind: What was called.
            account_id: The account, if it was for one.
            started_at: When it began.
            finished_at: When it ended; null while it runs, or if its process was killed.
            done: How many steps were done.
            skipped: How many steps were skipped by rule.
            failed: How many steps failed.
            """),
        TableText.Table(
            PpcAdsTables.QueuedRuns,
            "A requested sync.",
            """
            run_id
            request_key: What makes two requests the same; of equal ones only one is open at a time.
            slot: A name that one run has for good, if it came from a schedule.
            account_id: The account; null for all.
            profile_id: The profile, if it is for one.
            start_date: The first day to request; null for what is due.
            end_date: The last day, inclusive.
            datasets: The datasets of those days, separated by commas; null for all.
            state: queued, running, or how it ended.
            is_cancel_requested: Whether its cancellation was requested.
            requested_at: When it was requested.
            started_at: When a worker began it.
            synced_at: When all was listed and planned.
            finished_at: When it ended.
            error: Why it failed.
            steps: Its steps, as JSON.
            """),
        TableText.Table(
            PpcAdsTables.Issues,
            "What a sync could not do, or found odd.",
            """
            issue_id: The number, made by the database.
            account_id
            profile_id: The profile, if it is about one.
            step: The step.
            report_id: The id that Amazon gave the report, if it is about one.
            reason: One of a few texts, such as id missing.
            details: What exactly.
            count: How many things the issue stands for.
            at: When it was recorded.
            """),
        TableText.Table(
            PpcAdsTables.Canary,
            "One row, decrypted at each start to detect wrong keys.",
            """
            canary_id: Always 1.
            protected_text: A known text, encrypted.
            version
            changed_at: When it was written.
            """),
    ];
}
