using System.Globalization;
using PpcAds.Sdk.Benchmarks.Measuring;

namespace PpcAds.Sdk.Benchmarks.Pipeline;

/// <summary>What the run must show. What was not run, or did not finish, does not hold.</summary>
internal sealed class PipelineBounds(Laboratory laboratory, long restated, bool isSparse)
{
    private const double MostPeakBytes = 80e6;
    private const double LogShare = 50;
    private const double MostBytesDense = 0.5;
    private const double MostBytesSparse = 0.45;

    public IReadOnlyList<Bound> Judge() =>
    [
        Faster("reading, speed against the serializer at its best buffer", Names.SdkRead, Names.SerializerBest, 1.7),
        Faster("reading, speed against the serializer at its default", Names.SdkRead, Names.SerializerDefault, 2.0),
        Peak("reading, peak memory", Names.SdkRead),
        Smaller("bytes a row against the wide row", Names.FirstLoad, Names.WideCopy, isSparse ? MostBytesSparse : MostBytesDense),
        NoSlower("first load, time against raw COPY of wide rows", Names.FirstLoad, Names.WideCopy, 1.0),
        NoSlower("first load, time against raw COPY of its own rows", Names.FirstLoad, Names.OwnCopy, 2.0),
        Rows("identical reload, rows written", Names.IdenticalReload, 0),
        Faster("identical reload, speed against a blind upsert", Names.IdenticalReload, Names.BlindUpsert, 2.0),
        Log("identical reload, WAL against a blind upsert", Names.IdenticalReload, Names.BlindUpsert),
        Faster("5% restated, speed against a blind upsert", Names.RestatedReload, Names.BlindUpsert, 2.0),
        Rows("5% restated, rows written", Names.RestatedReload, restated),
        Faster("speed against EF Core SaveChanges", Names.SmallFirst, Names.EfSave, 15),
        Faster("speed against EF Core find-then-update", Names.SmallRestated, Names.EfFind, 50),
        Smaller("SQLite, file against that of wide rows", Names.SqliteLoad, Names.SqliteInsert, 0.6),
        NoSlower("SQLite, time against prepared inserts of wide rows", Names.SqliteLoad, Names.SqliteInsert, 1.0),
    ];

    /// <summary>By rows per second. Another that did not finish is slower than its limit shows.</summary>
    private Bound Faster(string name, string sdk, string other, double least)
    {
        if (laboratory.Find(other) is not { } slow || laboratory.Find(sdk) is not { IsFinished: true } fast)
        {
            return new Bound(name, "not finished", ">= " + Bound.Times(least), Holds: false);
        }

        Bound bound = Bound.AtLeast(name, fast.RowsPerSecond / (slow.Outcomes[0].Rows / slow.Seconds), least);
        return slow.IsFinished ? bound : bound with { Measured = "over " + bound.Measured };
    }

    private Bound NoSlower(string name, string sdk, string limit, double most) =>
        laboratory.Find(sdk) is { IsFinished: true } load && laboratory.Find(limit) is { IsFinished: true } best
            ? Bound.AtMost(name, load.Seconds / best.Seconds, most)
            : new Bound(name, "not finished", "<= " + Bound.Times(most), Holds: false);

    private Bound Smaller(string name, string sdk, string wide, double most) =>
        laboratory.Find(sdk) is { IsFinished: true, Bytes: { } bytes }
            && laboratory.Find(wide) is { IsFinished: true, Bytes: { } many }
            ? Bound.AtMost(name, bytes / many, most)
            : new Bound(name, "not finished", "<= " + Bound.Times(most), Holds: false);

    private Bound Rows(string name, string sdk, long wanted)
    {
        long? written = laboratory.Find(sdk) is { IsFinished: true } series ? series.Written : null;
        return new Bound(name, written is { } rows ? Whole(rows) : "not finished, or not the same each time", Whole(wanted), written == wanted);
    }

    private Bound Log(string name, string sdk, string other) =>
        laboratory.Find(sdk) is { IsFinished: true, LogBytes: { } log } && laboratory.Find(other) is { IsFinished: true, LogBytes: { } much }
            ? new Bound(name, string.Create(CultureInfo.InvariantCulture, $"1/{much / Math.Max(1, log):0}"), "< 1/50", log * LogShare < much)
            : new Bound(name, "not finished", "< 1/50", Holds: false);

    private Bound Peak(string name, string sdk) => laboratory.Find(sdk) is { PeakBytes: long bytes }
        ? new Bound(name, string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB"), "< 80 MB", bytes < MostPeakBytes)
        : new Bound(name, "not run", "< 80 MB", Holds: false);

    private static string Whole(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
