using System.Globalization;

namespace PpcAds.Sdk.Benchmarks.Input;

/// <summary>The files of one input, made once and kept in the system's folder for temporary files.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="Seed">The seed.</param>
/// <param name="IsSparse">Whether it is the report by search term, else by target.</param>
internal sealed record InputFiles(long Rows, int Seed, bool IsSparse = false)
{
    // To be raised when what is written changes.
    private const int Version = 4;

    /// <summary>The number of the only account, in the table and in the ready rows.</summary>
    public const long AccountId = 1;

    private string Folder => Path.Combine(
        Path.GetTempPath(),
        "ppcads-benchmarks",
        string.Create(CultureInfo.InvariantCulture, $"v{Version}-{Rows}-{Seed}{(IsSparse ? "-sparse" : "")}"));

    /// <summary>The report.</summary>
    public string Report => Path.Combine(Folder, "report.json.gz");

    /// <summary>The same with every twentieth row restated.</summary>
    public string Restated => Path.Combine(Folder, "restated.json.gz");

    /// <summary>The report's rows as the wide table has them, encoded for COPY.</summary>
    public string WideCopy => Path.Combine(Folder, "wide.copy");

    /// <summary>The report's rows as the SDK's own table has them, encoded for COPY.</summary>
    public string FactsCopy => Path.Combine(Folder, "facts.copy");

    public ReportSource OpenSource() => ReportSource.Of(Rows, Seed, IsSparse);

    /// <summary>As the SDK opens what it spooled.</summary>
    public static FileStream OpenReport(string path) => new(
        path,
        new FileStreamOptions
        {
            Access = FileAccess.Read,
            BufferSize = 0,
            Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
        });

    /// <summary>For readers that bring no buffer of their own.</summary>
    public static FileStream OpenBuffered(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024);

    /// <summary>Makes what is missing, but for <see cref="FactsCopy"/>.</summary>
    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Folder);
        await Task.WhenAll(
            MakeAsync(Report, path => ReportJsonWriter.Write(path, OpenSource(), 0), cancellationToken),
            MakeAsync(Restated, path => ReportJsonWriter.Write(path, OpenSource(), Rows), cancellationToken));
        ReportSource source = OpenSource();
        await MakeAsync(WideCopy, path => CopyEncoder.Write(path, source, WideRow.FieldsOf(source.Dataset)), cancellationToken);
    }

    /// <summary>Makes <see cref="FactsCopy"/> if it is missing.</summary>
    public Task MakeFactsAsync(CancellationToken cancellationToken) =>
        MakeAsync(FactsCopy, path => CopyEncoder.Write(path, OpenSource(), FactsRow.Writes), cancellationToken);

    /// <summary>A file that is there is whole: it got its name last.</summary>
    private static async Task MakeAsync(string path, Action<string> write, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            string unfinished = $"{path}.{Guid.NewGuid():N}";
            await Task.Run(() => write(unfinished), cancellationToken);
            File.Move(unfinished, path, overwrite: true);
        }
    }
}
