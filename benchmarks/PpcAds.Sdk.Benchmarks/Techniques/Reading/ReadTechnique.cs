using System.IO.Compression;
using PpcAds.Sdk.Benchmarks.Input;
using PpcAds.Sdk.Benchmarks.Measuring;

namespace PpcAds.Sdk.Benchmarks.Techniques.Reading;

/// <summary>Reads every value of a report in its type, and sums it.</summary>
internal abstract class ReadTechnique(RunRequest request) : Technique(request)
{
    private ReportTotals _read = new();

    public override Task WarmUpAsync(int pass, CancellationToken cancellationToken) => ReadAsync(WarmFiles.Report, cancellationToken);

    public override async Task RunAsync(CancellationToken cancellationToken) => _read = await ReadAsync(ReportPath, cancellationToken);

    public override Task<RunOutcome> CheckAsync(RunOutcome outcome, CancellationToken cancellationToken) =>
        Task.FromResult(outcome with { Difference = ComputeTotals().Compare(_read) });

    protected abstract Task<ReportTotals> ReadAsync(string path, CancellationToken cancellationToken);

    protected static GZipStream OpenGzip(FileStream file) => new(file, CompressionMode.Decompress);
}
