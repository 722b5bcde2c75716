using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Benchmarks.Databases;
using PpcAds.Sdk.Benchmarks.Measuring;
using PpcAds.Sdk.Benchmarks.Output;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Benchmarks.Reads;

/// <summary>
/// The cookbook's queries, and pages of records as the endpoint lists them, over many rows: against the same over the wide
/// rows, in turns.
/// </summary>
internal sealed class ReadsRun(long rows, int rounds, string[] databases, string folder)
{
    private const double ShortSeconds = 0.1;

    private const int ShortRounds = 10;

    public static readonly string[] Databases = ["postgresql", "sqlite"];

    private readonly List<Bound> _bounds = [];
    private readonly List<string> _differences = [];

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        long began = Stopwatch.GetTimestamp();
        if (databases.Contains("postgresql"))
        {
            await using PostgreSqlServer server = await PostgreSqlServer.StartAsync(vacuumsItself: false, cancellationToken);
            await using var database = new PostgreSqlReads(server);
            await MeasureAsync(database, cancellationToken);
        }

        if (databases.Contains("sqlite"))
        {
            await using var database = new SqliteReads();
            await MeasureAsync(database, cancellationToken);
        }

        var report = new Report
        {
            Mode = "reads",
            Conditions = ReportWriter.Conditions(PostgreSqlServer.Settings),
            TotalSeconds = Stopwatch.GetElapsedTime(began).TotalSeconds,
            Entries = [],
            Bounds = _bounds,
            Differences = _differences,
        };
        return await ReportWriter.WriteAsync(report, folder, cancellationToken);
    }

    private async Task MeasureAsync(ReadsDatabase database, CancellationToken cancellationToken)
    {
        var world = new ReadsWorld(rows, database.Sql);
        long began = Stopwatch.GetTimestamp();
        await database.FillAsync(world, cancellationToken);
        double own = await database.CountBytesAsync(isWide: false, cancellationToken) / 1e6;
        double wide = await database.CountBytesAsync(isWide: true, cancellationToken) / 1e6;
        await using (DbConnection connection = await database.OpenAsync(isWide: false, cancellationToken))
        {
            const string Count = "SELECT COUNT(*) FROM performance_records";
            string count = (await ReadAsync(connection, Count, cancellationToken))[0];
            double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{database.Name}: {count} rows in {seconds:0} s, {own:0} MB, wide {wide:0} MB"));
        }

        foreach ((string question, string sql) in CookbookQuestions.Read(database.Name))
        {
            await AskAsync(database, question, sql, cancellationToken);
        }

        await ListAsync(database, world, cancellationToken);
    }

    private async Task AskAsync(ReadsDatabase database, string question, string sql, CancellationToken cancellationToken)
    {
        await using DbConnection own = await database.OpenAsync(isWide: false, cancellationToken);
        await using DbConnection wide = await database.OpenAsync(isWide: true, cancellationToken);
        string[] ownRows = [.. (await ReadAsync(own, sql, cancellationToken)).Order(StringComparer.Ordinal)];
        string[] wideRows = [.. (await ReadAsync(wide, sql, cancellationToken)).Order(StringComparer.Ordinal)];
        bool isCut = sql.Contains("LIMIT", StringComparison.Ordinal);

        // Rows that are equal in what they are ordered by may be cut off on either side.
        if (ownRows.Length != wideRows.Length || (!isCut && !ownRows.SequenceEqual(wideRows)))
        {
            _differences.Add(
                $"{database.Name}, {question}: {ownRows.Length} rows, and {wideRows.Length} of the wide table, or other values");
        }

        await CompareAsync(
            $"{database.Name}: {question}",
            async () => (await ReadAsync(own, sql, cancellationToken)).Count,
            async () => (await ReadAsync(wide, sql, cancellationToken)).Count);
    }

    private async Task ListAsync(ReadsDatabase database, ReadsWorld world, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        database.Use(services.AddPpcAds());
        await using ServiceProvider provider = services.BuildServiceProvider();
        var reader = provider.GetRequiredService<IPpcAdsReader>();
        DbConnection template = await database.OpenAsync(isWide: true, cancellationToken);

        // The last connection that closes puts away SQLite's log: neither side is to do so at each page.
        await using DbConnection other = await database.OpenAsync(isWide: false, cancellationToken);
        await using (template)
        {
            var wide = new WideReader(
                () =>
                {
                    DbConnection connection = (DbConnection)Activator.CreateInstance(template.GetType())!;
                    connection.ConnectionString = template.ConnectionString;
                    return connection;
                },
                database.Name == "sqlite");
            foreach (PageOfRows page in PageOfRows.Of(world))
            {
                await ComparePagesAsync(database.Name, page, reader, wide, cancellationToken);
            }
        }
    }

    private async Task ComparePagesAsync(
        string database, PageOfRows page, IPpcAdsReader reader, WideReader wide, CancellationToken cancellationToken)
    {
        string? token = null;
        (DateOnly, string)? place = null;
        if (page.IsSecond)
        {
            var first = new PageRequest { Size = PageOfRows.Size };
            token = (await reader.ListPerformanceAsync(page.Query, first, cancellationToken)).Next;
            (DateOnly date, string key, _) = await wide.ReadAsync(page.Query, null, cancellationToken);
            place = (date, key);
        }

        await CompareAsync(
            $"{database}: {page.Name}",
            async () => (await reader.ListPerformanceAsync(
                page.Query, new PageRequest { Size = PageOfRows.Size, After = token }, cancellationToken)).Items.Count,
            async () => (await wide.ReadAsync(page.Query, place, cancellationToken)).Rows);
    }

    /// <summary>
    /// In turns, after both have run once. What takes milliseconds is measured more often: five of such times are luck.
    /// </summary>
    private async Task CompareAsync(string name, Func<Task<int>> ownAsync, Func<Task<int>> wideAsync)
    {
        (List<double> own, List<double> wide) = ([], []);
        (int ownRows, int wideRows) = (await ownAsync(), await wideAsync());
        if (ownRows != wideRows)
        {
            _differences.Add($"{name}: {ownRows} rows, and {wideRows} of the wide table");
        }

        int count = await TimeAsync(wideAsync) < ShortSeconds ? rounds * ShortRounds : rounds;
        for (int round = 0; round < count; round++)
        {
            if (round % 2 == 0)
            {
                own.Add(await TimeAsync(ownAsync));
                wide.Add(await TimeAsync(wideAsync));
            }
            else
            {
                wide.Add(await TimeAsync(wideAsync));
                own.Add(await TimeAsync(ownAsync));
            }
        }

        double ratio = Medians.Of(own) / Medians.Of(wide);
        Bound bound = Bound.AtMost(name, ratio, 1.0);
        _bounds.Add(bound);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {name,-75} {Medians.Of(own) * 1000,9:0.0} ms, wide {Medians.Of(wide) * 1000,9:0.0} ms, {bound.Measured}"));
    }

    private static async Task<double> TimeAsync(Func<Task<int>> work)
    {
        long began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(
        DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The cookbook's.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 600;
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Plain(reader.GetValue(i)))));
        }

        return rows;
    }

    /// <summary>Numbers of the same value are the same text.</summary>
    private static string? Plain(object value) => value is decimal or double
        ? Math.Round(Convert.ToDecimal(value, CultureInfo.InvariantCulture), 4).ToString("0.####", CultureInfo.InvariantCulture)
        : Convert.ToString(value, CultureInfo.InvariantCulture);
}
