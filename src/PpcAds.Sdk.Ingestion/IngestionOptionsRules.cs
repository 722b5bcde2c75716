using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Ingestion;

/// <summary>What the options may be.</summary>
internal static class IngestionOptionsRules
{
    private static readonly string[] AdProductNames =
        [AdProducts.SponsoredProducts, AdProducts.SponsoredBrands, AdProducts.SponsoredDisplay];

    /// <summary>Far beyond what Amazon keeps, and no day before the calendar begins.</summary>
    private const int MostBackfillDays = 10_000;

    public static IReadOnlyList<InputProblem> Check(IngestionOptions options)
    {
        var problems = new List<InputProblem>();
        CheckNames(nameof(options.Datasets), options.GetDatasets(), [.. Datasets.All.Select(known => known.Id)]);
        CheckNames(nameof(options.Entities), options.GetEntities(), [.. EntityCatalogue.All.Select(known => known.Id)]);
        Require(
            options.EntitySource is EntitySource.List or EntitySource.Export,
            nameof(options.EntitySource),
            options.EntitySource,
            "must be List or Export: reports name nothing but ids.");
        foreach ((string type, int days) in options.RetentionDays ?? new Dictionary<string, int>())
        {
            Require(
                days is >= 1 and <= MostBackfillDays,
                $"{nameof(options.RetentionDays)}[{type}]",
                days,
                $"must be 1 to {MostBackfillDays}.");
            if (ReportCatalogue.Default.Find(type) is null)
            {
                problems.Add(new InputProblem(nameof(options.RetentionDays), type, "is no report type.")
                {
                    AllowedValues = [.. Datasets.All.Select(known => known.ReportType.Id).Distinct(StringComparer.Ordinal)],
                });
            }
        }

        ExtraColumnsRules.Check(options.ExtraColumns, problems);
        Require(
            options.BackfillDays is null or (>= 1 and <= MostBackfillDays),
            nameof(options.BackfillDays),
            options.BackfillDays,
            $"must be 1 to {MostBackfillDays}, or null.");
        foreach (RestatementRule? rule in options.GetRestatement())
        {
            Require(rule is { MaxAgeDays: > 0, EveryDays: > 0 }, nameof(options.Restatement), rule, "must have days above 0.");
            if (rule?.AdProduct is { } product && !AdProductNames.Contains(product))
            {
                problems.Add(new InputProblem(nameof(options.Restatement), product, "is not an ad product.")
                {
                    AllowedValues = AdProductNames,
                });
            }
        }

        Require(
            options.MaxConcurrentAccounts is >= 1 and <= 100,
            nameof(options.MaxConcurrentAccounts),
            options.MaxConcurrentAccounts,
            "must be 1 to 100.");
        Require(
            options.MaxConcurrentProfiles is >= 1 and <= 100,
            nameof(options.MaxConcurrentProfiles),
            options.MaxConcurrentProfiles,
            "must be 1 to 100.");
        Require(
            options.MaxConcurrentReports is >= 1 and <= 100,
            nameof(options.MaxConcurrentReports),
            options.MaxConcurrentReports,
            "must be 1 to 100.");
        Require(
            options.LeaseDuration >= TimeSpan.FromSeconds(1),
            nameof(options.LeaseDuration),
            options.LeaseDuration,
            "must be 1 second or more.");
        Require(
            options.MaxReportAttempts >= 1, nameof(options.MaxReportAttempts), options.MaxReportAttempts, "must be 1 or more.");
        Require(
            options.RetryBaseDelay > TimeSpan.Zero, nameof(options.RetryBaseDelay), options.RetryBaseDelay, "must be above 0.");
        Require(
            options.RetryMaxDelay >= options.RetryBaseDelay,
            nameof(options.RetryMaxDelay),
            options.RetryMaxDelay,
            "must be RetryBaseDelay or more.");
        Require(
            options.RetryMaxDelay <= ReportJob.LongestWait,
            nameof(options.RetryMaxDelay),
            options.RetryMaxDelay,
            $"must be {ReportJob.LongestWait} or less: a job that is due later is taken for one whose clock was wrong.");
        Require(
            options.AccountCircuitFailures >= 1,
            nameof(options.AccountCircuitFailures),
            options.AccountCircuitFailures,
            "must be 1 or more.");
        Require(
            options.AccountCircuitDuration > TimeSpan.Zero && options.AccountCircuitDuration <= ReportJob.LongestWait,
            nameof(options.AccountCircuitDuration),
            options.AccountCircuitDuration,
            $"must be above 0, and {ReportJob.LongestWait} or less.");
        Require(
            options.MaxRejectedRowShare is >= 0 and <= 1,
            nameof(options.MaxRejectedRowShare),
            options.MaxRejectedRowShare,
            "must be 0 to 1.");
        Require(options.SyncInterval > TimeSpan.Zero, nameof(options.SyncInterval), options.SyncInterval, "must be above 0.");
        Require(
            options.DailySyncHour is null or (>= 0 and <= 23),
            nameof(options.DailySyncHour),
            options.DailySyncHour,
            "must be 0 to 23, or null.");
        Require(
            options.DailySyncJitter >= TimeSpan.Zero
                && options.DailySyncJitter <= TimeSpan.FromHours(24 - (options.DailySyncHour ?? 0)),
            nameof(options.DailySyncJitter),
            options.DailySyncJitter,
            "must not be negative, and must end with the day that DailySyncHour is in.");
        Require(options.WorkerDelay > TimeSpan.Zero, nameof(options.WorkerDelay), options.WorkerDelay, "must be above 0.");
        Require(
            options.BookkeepingRetention > TimeSpan.Zero,
            nameof(options.BookkeepingRetention),
            options.BookkeepingRetention,
            "must be above 0.");
        return problems;

        void CheckNames(string field, IReadOnlyList<string?> names, string[] allowed)
        {
            foreach (string? name in names.Where(name => !allowed.Contains(name)))
            {
                problems.Add(new InputProblem(field, name ?? "null", "is not known.") { AllowedValues = allowed });
            }
        }

        void Require(bool holds, string field, object? value, string reason)
        {
            if (!holds)
            {
                problems.Add(
                    new InputProblem(field, Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture), reason));
            }
        }
    }
}
