using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace PpcAds.Sdk.Chaos.Kills;

/// <summary>
/// Makes a point of each writing statement within a migration, a load of entities and the commit of a report. The product knows
/// nothing of it: PostgreSQL's driver tells its commands as activities, SQLite has a trace.
/// </summary>
internal sealed partial class StatementPoints : DbConnectionInterceptor, IDisposable
{
    /// <summary>Those of many entities are alike: the first ones stand for all.</summary>
    private const int MostStatements = 40;

    private readonly KillPoints _points;
    private readonly ActivityListener _listener;
    private string? _scope;
    private int _statements;

    public StatementPoints(KillPoints points)
    {
        _points = points;
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => Announce("after", (activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement")) as string),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Trace(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Trace(connection);
        return Task.CompletedTask;
    }

    public void Dispose() => _listener.Dispose();

    private void Trace(DbConnection connection)
    {
        if (connection is SqliteConnection { Handle: { } handle })
        {
            raw.sqlite3_trace(handle, (_, statement) => Announce("before", statement), null);
        }
    }

    private void Announce(string moment, string? statement)
    {
        if (_points.Within != _scope)
        {
            (_scope, _statements) = (_points.Within, 0);
        }

        if (_points.Within is { } scope && _statements < MostStatements && statement is not null && Writing().Match(statement) is { Success: true } match)
        {
            _statements++;
            string table = match.Groups["table"].Value;

            // Temporary tables are nobody else's: a process that dies at one dies between the same writes.
            if (scope == "the migration")
            {
                _points.Pass($"within {scope}");
            }
            else if (!Temporary().IsMatch(table))
            {
                _points.Pass($"within {scope}: {moment} {match.Groups["verb"].Value.ToUpperInvariant()} {Entities().Replace(table, "entities")}".TrimEnd());
            }
        }
    }

    [GeneratedRegex("""^\s*(?<verb>INSERT|UPDATE|DELETE|CREATE|ALTER|COMMIT)\b(\s+(INTO|FROM|TABLE|VIEW|UNIQUE|INDEX|TEMPORARY))*\s*"?(?<table>\w*)""", RegexOptions.IgnoreCase)]
    private static partial Regex Writing();

    [GeneratedRegex("^ppc_(staging.*|incoming|diff|sums)$")]
    private static partial Regex Temporary();

    [GeneratedRegex("^ppc_(campaigns|ad_groups|keywords|targets|ads|portfolios|negative_keywords|negative_targets)$")]
    private static partial Regex Entities();
}
