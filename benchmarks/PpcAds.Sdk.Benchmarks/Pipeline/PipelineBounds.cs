using System.Globalization;
using PpcAds.Sdk.Benchmarks.Measuring;

namespace PpcAds.Sdk.Benchmarks.Pipeline;

/// <summary>What the run must show.</summary>
internal static class PipelineBounds
{
    private const double MostPeakBytes = 80e6;
    private const double LogShare = 50;

    public static IReadOnlyList<Bound> Of(Laboratory laboratory, long restated)
    {
        Series read = laboratory.Get(Names.SdkRead);
        Series first = laboratory.Get(Names.FirstLoad);
        Series identical = laboratory.Get(Names.IdenticalReload);
        Series changed = laboratory.Get(Names.RestatedReload);
        Series copy = laboratory.Get(Names.RawCopy);
        Series upsert = laboratory.Get(Names.BlindUpsert);
        return
        [
            Bound.AtLeast("reading, speed against the serializer at its best buffer", laboratory.Get(Names.SerializerBest).Seconds / read.Seconds, 1.7),
            Bound.AtLeast("reading, speed against the serializer at its default", laboratory.Get(Names.SerializerDefault).Seconds / read.Seconds, 2.0),
            new Bound("reading, peak memory", Megabytes(read.PeakBytes), "< 80 MB", read.PeakBytes < MostPeakBytes),
            Bound.AtMost("first load, time against raw COPY", first.Seconds / copy.Seconds, 1.3),
            Rows("identical reload, rows written", identical, 0),
            Bound.AtLeast("identical reload, speed against a blind upsert", upsert.Seconds / identical.Seconds, 2.0),
            new Bound(
                "identical reload, WAL against a blind upsert",
                string.Create(CultureInfo.InvariantCulture, $"1/{upsert.LogBytes / Math.Max(1, identical.LogBytes!.Value):0}"),
                "< 1/50",
                identical.LogBytes * LogShare < upsert.LogBytes),
            Bound.AtLeast("5% restated, speed against a blind upsert", upsert.Seconds / changed.Seconds, 1.7),
            Rows("5% restated, rows written", changed, restated),
            Against("speed against EF Core SaveChanges", laboratory, Names.EfSave, Names.SmallFirst, 15),
            Against("speed against EF Core find-then-update", laboratory, Names.EfFind, Names.SmallRestated, 50),
            Bound.AtMost("SQLite, time against prepared inserts", laboratory.Get(Names.SqliteLoad).Seconds / laboratory.Get(Names.SqliteInsert).Seconds, 1.3),
        ];
    }

    private static Bound Rows(string name, Series series, long wanted) => new(
        name,
        series.Written?.ToString("N0", CultureInfo.InvariantCulture) ?? "not the same in all runs",
        wanted.ToString("N0", CultureInfo.InvariantCulture),
        series.Written == wanted);

    /// <summary>One that did not finish is slower than its limit tells.</summary>
    private static Bound Against(string name, Laboratory laboratory, string other, string sdk, double least)
    {
        Series? slow = laboratory.All.FirstOrDefault(series => series.Name == other);
        if (slow is null)
        {
            return new Bound(name, "not run", string.Create(CultureInfo.InvariantCulture, $">= {least:0}x"), false);
        }

        double slowRate = slow.Outcomes[0].Rows / slow.Seconds;
        Bound bound = Bound.AtLeast(name, laboratory.Get(sdk).RowsPerSecond / slowRate, least);
        return slow.IsFinished ? bound : bound with { Measured = "over " + bound.Measured };
    }

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB");
}
