using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.Benchmarks.Input;
using PpcAds.Sdk.Benchmarks.Measuring;

namespace PpcAds.Sdk.Benchmarks.Techniques.PostgreSql;

/// <summary>Entity Framework Core as a user would have it: the serializer's rows, entities, saved a thousand at a time.</summary>
internal abstract class EfTechnique(RunRequest request) : PostgreSqlTechnique(request)
{
    protected const int SavedAtOnce = 1_000;
    private const int WarmLines = 2_000;

    protected static DateTimeOffset ChangedAt { get; } = new(ReportSource.LastDay.AddDays(1), default, TimeSpan.Zero);

    public override Task WarmUpAsync(int pass, CancellationToken cancellationToken) =>
        SaveAsync(Request.WarmDatabase!, WarmFiles.Report, WarmProfileId(pass), WarmLines, cancellationToken);

    public override Task RunAsync(CancellationToken cancellationToken) =>
        SaveAsync(ConnectionString, ReportPath, ReportSource.ProfileId, Rows, cancellationToken);

    protected abstract Task SaveAsync(
        string connectionString, string path, long profileId, long rows, CancellationToken cancellationToken);

    protected static WideContext OpenContext(string connectionString) =>
        new(new DbContextOptionsBuilder<WideContext>().UseNpgsql(connectionString).Options);

    /// <summary>The first rows of a file, a thousand at a time.</summary>
    protected static async IAsyncEnumerable<ReportLine[]> ReadAsync(
        string path, long rows, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using FileStream file = InputFiles.OpenBuffered(path);
        await using var gzip = new GZipStream(file, CompressionMode.Decompress);
        var chunk = new List<ReportLine>(SavedAtOnce);
        long read = 0;
        await foreach (ReportLine? line in ReportLineContext.ReadAsync(gzip, 1 << 16, cancellationToken))
        {
            chunk.Add(line!);
            read++;
            if (chunk.Count == SavedAtOnce || read == rows)
            {
                yield return [.. chunk];
                chunk.Clear();
            }

            if (read == rows)
            {
                yield break;
            }
        }

        if (chunk.Count > 0)
        {
            yield return [.. chunk];
        }
    }

    /// <summary>Everything but the key and the time.</summary>
    protected static void Fill(WideRecord record, ReportLine line)
    {
        record.CampaignId = line.CampaignId;
        record.AdGroupId = line.AdGroupId;
        record.TargetId = line.KeywordId;
        record.TargetKind = line.GetKind();
        record.TargetText = line.Targeting;
        record.MatchType = line.MatchType;
        record.SearchTerm = line.SearchTerm;
        record.Currency = line.CampaignBudgetCurrencyCode;
        record.AttributionDays = ReportSource.AttributionDays;
        record.Impressions = line.Impressions;
        record.Clicks = line.Clicks;
        record.Cost = line.Cost;
        record.Sales = record.SalesClicks = record.Sales7d = line.Sales7d;
        record.Orders = record.OrdersClicks = record.Orders7d = line.Purchases7d;
        record.Units = record.UnitsClicks = record.Units7d = line.UnitsSoldClicks7d;
        record.Sales1d = line.Sales1d;
        record.Sales14d = line.Sales14d;
        record.Sales30d = line.Sales30d;
        record.Orders1d = line.Purchases1d;
        record.Orders14d = line.Purchases14d;
        record.Orders30d = line.Purchases30d;
        record.Units1d = line.UnitsSoldClicks1d;
        record.Units14d = line.UnitsSoldClicks14d;
        record.Units30d = line.UnitsSoldClicks30d;
        record.SalesPromoted = line.AttributedSalesSameSku7d;
    }
}
