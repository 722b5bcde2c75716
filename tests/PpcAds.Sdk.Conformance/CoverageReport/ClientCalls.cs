using System.Reflection;
using PpcAds.Sdk.Exports;
using PpcAds.Sdk.Paging;
using PpcAds.Sdk.Reports;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Conformance.CoverageReport;

/// <summary>Every call of the client's public surface. Lists are found by reflection, so that none is forgotten here.</summary>
internal static class ClientCalls
{
    private static readonly MethodInfo Enumerate = typeof(ClientCalls).GetMethod(nameof(EnumerateAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static readonly ReportRequest Request = Etl.Datasets.SpCampaign.ToRequest(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 3));

    public static IEnumerable<ClientCall> All(SimulatedAmazon amazon, ProfileClient profile) =>
    [
        new("client.GetProfilesAsync", () => amazon.Client.GetProfilesAsync()),
        .. Lists(nameof(profile.Portfolios), profile.Portfolios),
        .. Lists(nameof(profile.SponsoredProducts), profile.SponsoredProducts),
        .. Lists(nameof(profile.SponsoredBrands), profile.SponsoredBrands),
        .. Lists(nameof(profile.SponsoredDisplay), profile.SponsoredDisplay),
        .. ReportCalls(profile.Reports),
        .. Enum.GetValues<ExportKind>().SelectMany(kind => ExportCalls(profile.Exports, kind)),
    ];

    private static IEnumerable<ClientCall> Lists(string product, object client) =>
        from method in client.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where method.ReturnType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(AmazonAdsPageable<>)
        from filter in Filters(method.GetParameters()[0].ParameterType)
        select new ClientCall($"profile.{product}.{method.Name}", () => ListAsync(client, method, filter));

    /// <summary>None, and one that asks for more where that is another operation.</summary>
    private static IEnumerable<object?> Filters(Type type)
    {
        yield return null;
        if (type.GetProperty("IncludeExtendedData") is { } extended)
        {
            object filter = Activator.CreateInstance(type)!;
            extended.SetValue(filter, true);
            yield return filter;
        }
    }

    private static Task ListAsync(object client, MethodInfo method, object? filter) =>
        (Task)Enumerate.MakeGenericMethod(method.ReturnType.GetGenericArguments()).Invoke(null, [method.Invoke(client, [filter])])!;

    private static async Task EnumerateAsync<T>(AmazonAdsPageable<T> list)
    {
        await foreach (T _ in list)
        {
        }
    }

    private static IEnumerable<ClientCall> ReportCalls(ReportsClient reports)
    {
        yield return new("profile.Reports.CreateReportAsync", () => reports.CreateReportAsync(Request));
        yield return new("profile.Reports.GetReportAsync", async () => await reports.GetReportAsync((await reports.CreateReportAsync(Request with { Name = "got" })).ReportId));
        yield return new("profile.Reports.DeleteReportAsync", async () => await reports.DeleteReportAsync((await reports.CreateReportAsync(Request with { Name = "gone" })).ReportId));
    }

    private static IEnumerable<ClientCall> ExportCalls(ExportsClient exports, ExportKind kind)
    {
        yield return new("profile.Exports.CreateExportAsync", () => exports.CreateExportAsync(kind));
        yield return new("profile.Exports.GetExportAsync", async () => await exports.GetExportAsync(kind, (await exports.CreateExportAsync(kind)).ExportId));
    }
}
