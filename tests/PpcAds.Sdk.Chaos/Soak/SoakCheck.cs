using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PpcAds.Sdk.Chaos.Databases;
using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.Chaos.Soak;

/// <summary>Holds what is stored against the simulator's truth.</summary>
internal sealed partial class SoakCheck
{
    private readonly ChaosDatabase _databases;
    private readonly string _connection;
    private readonly AmazonAdsSimulator _amazon;
    private readonly SoakWorld _world;
    private readonly SoakDataset[] _datasets;
    private readonly SoakLedger _ledger;
    private readonly SoakFigures _figures;
    private readonly SoakEntities _entities;
    private readonly SoakHistory _history;

    public SoakCheck(ChaosDatabase databases, string connection, AmazonAdsSimulator amazon, SoakWorld world, bool allProducts)
    {
        _databases = databases;
        _connection = connection;
        _amazon = amazon;
        _world = world;
        _datasets = [.. SoakDataset.All.Where(dataset => allProducts || dataset.IsOfProducts)];
        Dictionary<string, int> retention = _datasets.ToDictionary(dataset => dataset.Name, dataset => amazon.Truth.GetRetentionDays(dataset.ReportType));
        _ledger = new SoakLedger(databases, connection);
        Loads = new SoakLoads(world, retention);
        _figures = new SoakFigures(_ledger, amazon, world, Loads, retention);
        _entities = new SoakEntities(databases, connection, world);
        _history = new SoakHistory(databases, connection, amazon, world, Loads);
    }

    /// <summary>Takes what was loaded.</summary>
    public SoakLoads Loads { get; }

    /// <summary>Every day whose figures were taken since the last look, or every day at all; entities, profiles, sums.</summary>
    /// <param name="planned">When reports were planned last.</param>
    /// <param name="all">Every day.</param>
    public async Task<SoakFindings> RunAsync(DateTimeOffset planned, bool all)
    {
        var findings = new SoakFindings();
        foreach (SoakAccount account in _world.Accounts)
        {
            if (!account.Grant.IsRevoked)
            {
                await _entities.CheckAsync(account, findings);
            }

            foreach (long profileId in account.Ever.Where(id => _world.Profiles[id].Type != "agency"))
            {
                SoakDataset[] datasets = [.. _datasets.Where(dataset => dataset.IsOf(_world.Profiles[profileId]))];
                await _figures.CheckAsync(account, profileId, datasets, all, findings);
                if (all)
                {
                    await _history.CheckAsync(account, profileId, datasets, findings);
                }

                if (!account.Grant.IsRevoked && account.Visible.Contains(profileId))
                {
                    await _figures.CheckFreshAsync(account, profileId, datasets, planned, findings);
                }
            }
        }

        int wrongSums = await _databases.CountWrongSumsAsync(_connection);
        if (wrongSums > 0)
        {
            findings.Wrong.Add($"{wrongSums} campaigns have wrong sums");
        }

        return findings;
    }

    /// <summary>What is late, and no issue says so.</summary>
    public async Task<IReadOnlyList<string>> FindUntoldAsync(SoakFindings findings, DateTimeOffset since)
    {
        var untold = new List<string>();
        foreach (SoakAccount account in _world.Accounts)
        {
            var issues = await _ledger.ReadIssuesAsync(account, since);
            HashSet<(long?, string, DateOnly)> told =
            [
                .. issues.SelectMany(issue => DaysIn(issue.Details).Select(date => (issue.ProfileId, issue.Step[(issue.Step.IndexOf(' ', StringComparison.Ordinal) + 1)..], date))),
            ];
            untold.AddRange(findings.Late
                .Where(late => late.Key.Account == account && !told.Contains((late.Key.ProfileId, late.Key.Dataset, late.Key.Date)))
                .Select(late => $"{late.Key}: {late.Value}, and no issue says so"));
            untold.AddRange(findings.LateLists
                .Where(late => late.Account == account && !issues.Any(issue =>
                    (issue.Reason == "failed" || issue is { Reason: "skipped", Step: "account" or "profile" })
                    && (late.ProfileId is null || issue.ProfileId is null || issue.ProfileId == late.ProfileId)
                    && late.Steps.Any(step => issue.Step == step || issue.Step.StartsWith($"{step} ", StringComparison.Ordinal))))
                .Select(late => $"{late.Text}, and no issue says so"));
        }

        return untold;
    }

    /// <summary>No report was asked for that has a day which was not over in its profile, or that Amazon no longer had.</summary>
    public IEnumerable<string> FindWrongAsks()
    {
        foreach (SimulatorRequest request in _amazon.Requests.Entries.Where(entry => entry.Operation == "reports.create"))
        {
            JsonNode body = JsonNode.Parse(request.Body)!;
            DateOnly today = _world.DateAt(request.ProfileId!.Value, request.At);
            var start = DateOnly.Parse((string)body["startDate"]!, CultureInfo.InvariantCulture);
            var end = DateOnly.Parse((string)body["endDate"]!, CultureInfo.InvariantCulture);
            string type = (string)body["configuration"]!["reportTypeId"]!;
            if (end >= today || start < today.AddDays(-_amazon.Truth.GetRetentionDays(type)))
            {
                yield return $"{type} of {start:O} to {end:O} was asked for on {today:O} in profile {request.ProfileId}";
            }
        }
    }

    /// <summary>The days that a text names, such as <c>2026-01-01 to 2026-01-31, 2026-02-03</c>.</summary>
    internal static IEnumerable<DateOnly> DaysIn(string text)
    {
        foreach (Match match in Ranges().Matches(text))
        {
            var first = DateOnly.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            DateOnly last = match.Groups[2].Success ? DateOnly.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture) : first;
            for (DateOnly date = first; date <= last; date = date.AddDays(1))
            {
                yield return date;
            }
        }
    }

    [GeneratedRegex(@"(?<![\d-])(\d{4}-\d\d-\d\d)(?: to (\d{4}-\d\d-\d\d))?(?![\d-]| \d\d:|T)")]
    private static partial Regex Ranges();
}
