using PpcAds.Sdk.Conformance.Exchanges;
using PpcAds.Sdk.Conformance.Specs;
using PpcAds.Sdk.Drift;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Etl.Exports;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Conformance.CoverageReport;

/// <summary>Makes every call of the client and every load of a sync against the simulator, and keeps which operation each was.</summary>
internal sealed class CoverageMeasurement(OperationCatalogue catalogue)
{
    private readonly SortedDictionary<string, CoveredOperation> _operations = new(StringComparer.Ordinal);

    /// <summary>By method and path, as the files write it where they describe it.</summary>
    public IReadOnlyDictionary<string, CoveredOperation> Operations => _operations;

    public static async Task<CoverageMeasurement> RunAsync(OperationCatalogue catalogue)
    {
        using var recorder = new RecordingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(handler: recorder);
        var measurement = new CoverageMeasurement(catalogue);
        await amazon.Time.RunAsync(measurement.RunAsync(amazon, recorder));
        return measurement;
    }

    private async Task RunAsync(SimulatedAmazon amazon, RecordingHandler recorder)
    {
        ProfileClient profile = await amazon.GetProfileClientAsync();
        foreach (ClientCall call in ClientCalls.All(amazon, profile))
        {
            int before = recorder.Exchanges.Count;
            await call.MakeAsync();
            IReadOnlyList<Exchange> made = [.. recorder.Exchanges.Skip(before)];
            Add(made[^1], call.Name, []);
        }

        var parents = new EntityParents();
        foreach (EntityType type in (EntityType[])[.. EntityCatalogue.All, .. ExportedEntities.All])
        {
            int before = recorder.Exchanges.Count;
            var sink = new TableSink();
            var load = new EntityLoad(profile, sink, new EntityScope(new AccountId(1), profile.ProfileId), new SchemaDrift(new LenientTypes(), _ => { })) { Parents = parents };
            await type.LoadAsync(load, CancellationToken.None);
            foreach (Exchange exchange in recorder.Exchanges.Skip(before))
            {
                Add(exchange, null, sink.Tables);
            }
        }
    }

    private void Add(Exchange exchange, string? call, IEnumerable<string> tables)
    {
        string name = catalogue.Find(exchange.Method, exchange.Path)?.ToString() ?? $"{exchange.Method} {exchange.Path}";
        if (!_operations.TryGetValue(name, out CoveredOperation? operation))
        {
            _operations[name] = operation = new CoveredOperation(exchange);
        }

        operation.Add(exchange, call, tables);
    }
}
