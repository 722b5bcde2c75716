using PpcAds.Sdk.Simulator.Http;

namespace PpcAds.Sdk.Simulator.Exports;

/// <summary>Exports v1.</summary>
internal static class ExportOperations
{
    private static readonly Operation Get = new(
        "exports.get", "GET", "/exports/*", OperationGroup.Exports, null, "*/*")
    { AcceptsAny = true };

    public static IEnumerable<Endpoint> All(ExportService exports) =>
    [
        .. ExportEntity.All.Select(entity => new Endpoint(
            new Operation(
                $"exports.{entity.Name}.create",
                "POST",
                $"/{entity.Name}/export",
                OperationGroup.Exports,
                entity.MediaType,
                entity.MediaType),
            scoped => exports.Create(entity, scoped.Profile, scoped.Call.Body))),
        new(Get, scoped => exports.Get(scoped.Profile, Uri.UnescapeDataString(scoped.Last), scoped.Call.Accept, scoped.Root)),
    ];
}
