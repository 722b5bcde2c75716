using System.Globalization;

namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>What must hold of an account whatever ran beside what.</summary>
internal static class Invariants
{
    private static readonly string[] Metrics = ["impressions", "clicks", "cost", "sales", "orders", "units"];

    /// <returns>What does not hold.</returns>
    public static IReadOnlyList<string> Check(StoredState state, ExpectedState expected) => state.Status is null
        ? [.. CheckGone(state, expected)]
        :
        [
            .. expected.IsPurged || expected.HasLostAccount ? ["the account was purged, and is there"] : Array.Empty<string>(),
            .. CheckSums(state),
            .. CheckLedger(state),
            .. CheckRows(state, expected),
            .. CheckPages(state, expected),
            .. CheckCredentials(state, expected),
        ];

    private static IEnumerable<string> CheckGone(StoredState state, ExpectedState expected)
    {
        if (!expected.IsPurged)
        {
            yield return "the account is gone, and nothing purged it";
        }

        (string What, long Count)[] left =
        [
            ("performance_records", state.Rows.Count), ("performance_days", state.Days.Count), ("ppc_report_jobs", state.Jobs.Count),
            .. state.Entities.GroupBy(entity => entity.Table).Select(table => (table.Key, (long)table.Count())),
            .. state.Others.Select(table => (table.Key, table.Value)),
        ];
        foreach ((string what, long count) in left.Where(table => table.Count > 0))
        {
            yield return $"the account is purged, and {count} rows of it are in {what}";
        }
    }

    /// <summary>The data model, "Aggregates on entities": sums are of the rows of one dataset and one currency.</summary>
    private static IEnumerable<string> CheckSums(StoredState state)
    {
        ILookup<(string, long), StoredRow> rows = state.Rows.ToLookup(row => (row.Table, row.EntityId));
        Dictionary<string, string> asOf = state.Days.Where(day => day.State != "unproven" || day.Rows > 0)
            .GroupBy(day => day.Dataset).ToDictionary(group => group.Key, group => group.Max(day => day.Date)!);
        HashSet<(string, long)> known = [.. state.Entities.Select(entity => (entity.Table, entity.Id))];
        foreach ((string table, long id) in rows.Select(group => group.Key).Where(key => !known.Contains(key)))
        {
            yield return $"rows have {table} {id}, which is no entity";
        }

        foreach (StoredEntity entity in state.Entities)
        {
            string last = asOf.GetValueOrDefault(entity.Table == "ppc_campaigns" ? "sp.campaign" : "sp.target", "");
            StoredRow[] of = [.. rows[(entity.Table, entity.Id)]];
            if (of.Length > 0 && entity.AsOf != last)
            {
                yield return $"{entity.Table} {entity.Id} is as of '{entity.AsOf}', the ledger of '{last}'";
            }

            string currency = of.Any(row => row.Currency == "USD") ? "USD" : of.Select(row => row.Currency).Min(StringComparer.Ordinal) ?? "";
            StoredRow[] summed = [.. of.Where(row => row.Currency == currency)];
            if (of.Length > 0 && entity.Currency != currency)
            {
                yield return $"{entity.Table} {entity.Id} has the currency '{entity.Currency}', its rows '{currency}'";
            }

            StoredRow[] within = [.. summed.Where(row => IsWithin(row.Date, last))];
            foreach (string wrong in Compare(entity, "total", entity.Totals, summed).Concat(Compare(entity, "30d", entity.Last30Days, within)))
            {
                yield return wrong;
            }
        }
    }

    private static bool IsWithin(string date, string last) =>
        last.Length > 0 && string.CompareOrdinal(date, last) <= 0
        && Day(date) >= Day(last).AddDays(-29);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Compare(StoredEntity entity, string window, long?[] sums, IReadOnlyList<StoredRow> rows) =>
        from metric in Enumerable.Range(0, Metrics.Length)
        let truth = rows.Sum(row => row.Figures[metric])
        where (sums[metric] ?? 0) != truth
        let sum = sums[metric]?.ToString(CultureInfo.InvariantCulture) ?? "null"
        select $"{entity.Table} {entity.Id}: {Metrics[metric]}_{window} is {sum}, its rows give {truth}";

    private static IEnumerable<string> CheckLedger(StoredState state)
    {
        ILookup<(string, string), StoredRow> rows = state.Rows.ToLookup(row => (row.Dataset, row.Date));
        foreach ((string dataset, string date) in rows.Select(group => group.Key).Except(state.Days.Select(day => (day.Dataset, day.Date))))
        {
            yield return $"{dataset} {date} has rows, and is not in the ledger";
        }

        foreach (StoredDay day in state.Days)
        {
            StoredRow[] of = [.. rows[(day.Dataset, day.Date)]];
            (long, long, long, long) truth = (of.Length, of.Sum(row => row.Figures[0]), of.Sum(row => row.Figures[1]), of.Sum(row => row.Figures[2]));
            if ((day.Rows, day.Impressions, day.Clicks, day.CostMicros) != truth)
            {
                yield return $"the ledger has {(day.Rows, day.Impressions, day.Clicks, day.CostMicros)} of {day.Dataset} {day.Date}, its rows give {truth}";
            }

            if (day.State != (of.Length > 0 ? "loaded" : "empty"))
            {
                yield return $"{day.Dataset} {day.Date} is {day.State}, with {of.Length} rows";
            }
        }
    }

    /// <summary>A day has the rows of the report whose figures are the latest, and each report was loaded once.</summary>
    private static IEnumerable<string> CheckRows(StoredState state, ExpectedState expected)
    {
        foreach (ReportFile file in expected.ToLoad.Except(expected.Loaded))
        {
            yield return $"nobody loaded the report of {file.Name}";
        }

        ReportFile[] loaded = [.. expected.Loaded.DistinctBy(file => file.Name)];
        if (state.Loads != loaded.Length)
        {
            yield return $"{loaded.Length} reports were loaded, {state.Loads} are noted";
        }

        foreach (ReportFile file in expected.ToLoad)
        {
            if (state.Jobs.Count(job => job == ("loaded", $"report of {file.Name}")) != 1)
            {
                yield return $"the job of {file.Name} is not loaded: {string.Join(", ", state.Jobs)}";
            }
        }

        var rows = new HashSet<string>(StringComparer.Ordinal);
        foreach (IGrouping<string, ReportFile> dataset in loaded.GroupBy(file => file.Dataset.Id))
        {
            foreach (ReportFile file in dataset)
            {
                rows.UnionWith(file.Rows
                    .Where(row => dataset.Where(other => row.Date >= other.First && row.Date <= other.Last).MaxBy(other => other.Hour) == file)
                    .Select(row => string.Create(CultureInfo.InvariantCulture, $"{dataset.Key} {row.Date:yyyy-MM-dd} {row.Id} {row.CostMicros}")));
            }
        }

        HashSet<string> stored =
        [
            .. state.Rows.Select(row => string.Create(
                CultureInfo.InvariantCulture, $"{row.Dataset} {row.Date} {row.EntityId} {row.Figures[2]}")),
        ];
        foreach (string row in rows.Except(stored))
        {
            yield return $"the row {row} is missing";
        }

        foreach (string row in stored.Except(rows))
        {
            yield return $"the row {row} is of no report that holds";
        }
    }

    /// <summary>Whatever page was committed last, all of it is there.</summary>
    private static IEnumerable<string> CheckPages(StoredState state, ExpectedState expected)
    {
        var last = new Dictionary<(string, long), string>();
        foreach (WrittenPage page in expected.Pages)
        {
            foreach (long id in page.Ids)
            {
                last[(page.Table, id)] = page.State;
            }
        }

        Dictionary<(string, long), StoredEntity> stored = state.Entities.ToDictionary(entity => (entity.Table, entity.Id));
        foreach (((string table, long id), string value) in last)
        {
            string found = stored.TryGetValue((table, id), out StoredEntity? entity) ? entity.State : "missing";
            if (found != value)
            {
                yield return $"{table} {id} is of page '{found}', the last one was '{value}'";
            }
        }

        foreach (StoredEntity entity in state.Entities.Where(entity => entity.Source == "report" && last.ContainsKey((entity.Table, entity.Id))))
        {
            yield return $"{entity.Table} {entity.Id} is on a page, and its source is a report";
        }
    }

    private static IEnumerable<string> CheckCredentials(StoredState state, ExpectedState expected)
    {
        string wanted = expected.IsDeleted ? "closed" : "active";
        if (state.Status != wanted)
        {
            yield return $"the account is {state.Status}, and should be {wanted}";
        }

        if (state.Status == "closed")
        {
            if (state.RefreshToken is not null || state.HasConsent)
            {
                yield return $"the account is closed, and has {(state.RefreshToken is null ? "a consent" : "credentials")}";
            }

            yield break;
        }

        // Whoever connects an account has the last word over a token that is exchanged in the background.
        IReadOnlyList<string> allowed = expected.Connected.Count > 0 ? expected.Connected
            : expected.Rotated.Count > 0 ? expected.Rotated
            : expected.FirstToken is { } first ? [first] : [];
        if (allowed.Count == 0 ? state.RefreshToken is not null : !allowed.Contains(state.RefreshToken))
        {
            yield return $"the refresh token is '{state.RefreshToken}', and should be one of '{string.Join("', '", allowed)}'";
        }
    }
}
