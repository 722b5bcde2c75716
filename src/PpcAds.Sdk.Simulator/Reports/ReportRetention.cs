using System.Diagnostics.CodeAnalysis;

namespace PpcAds.Sdk.Simulator.Reports;

/// <summary>
/// How far back the reports of each type reach. Typed here, not read from the catalogue, so that a client that misreads the
/// catalogue is found out. Source: the report type pages of Amazon Ads reporting v3, as of September 2026.
/// </summary>
internal sealed class ReportRetention(SimulatorOptions options, SimulatorQuirks quirks)
{
    private static readonly Dictionary<string, int> Kept = new(StringComparer.Ordinal)
    {
        // Sponsored Products.
        ["spCampaigns"] = 95,
        ["spTargeting"] = 95,
        ["spSearchTerm"] = 65,
        ["spAdvertisedProduct"] = 95,
        ["spPurchasedProduct"] = 95,
        ["spAudiences"] = 95,
        ["spGrossAndInvalids"] = 365,
        ["spPromptAdExtension"] = 95,
        ["spVideoAdExtension"] = 95,

        // Sponsored Brands.
        ["sbCampaigns"] = 60,
        ["sbAdGroup"] = 60,
        ["sbCampaignPlacement"] = 60,
        ["sbTargeting"] = 60,
        ["sbSearchTerm"] = 60,
        ["sbAds"] = 60,
        ["sbAudiences"] = 95,
        ["sbPurchasedProduct"] = 731,
        ["sbGrossAndInvalids"] = 365,
        ["sbPromptAdExtension"] = 95,

        // Sponsored Display.
        ["sdCampaigns"] = 65,
        ["sdAdGroup"] = 65,
        ["sdTargeting"] = 65,
        ["sdAdvertisedProduct"] = 65,
        ["sdPurchasedProduct"] = 65,
        ["sdGrossAndInvalids"] = 365,

        // Sponsored Television.
        ["stCampaigns"] = 95,
        ["stTargeting"] = 95,

        // Amazon DSP.
        ["dspCampaign"] = 95,
        ["dspInventory"] = 95,
        ["dspAudience"] = 95,
        ["dspGeo"] = 95,
        ["dspTech"] = 95,
        ["dspProduct"] = 95,
        ["dspReachFrequency"] = 95,
        ["dspBidAdjustment"] = 395,
        ["dspAudioAndVideo"] = 395,
        ["dspBrandSuitability"] = 395,
        ["dspBenchmarks"] = 456,

        // Across products.
        ["conversionPath"] = 95,
        ["crossProgramBenchmarks"] = 456,
    };

    /// <summary>
    /// Types whose older days are not refused but come without rows. Amazon Ads reporting v3, 2026: search terms are kept
    /// for 65 days, yet a request for any of the former 95 is taken and completes empty.
    /// </summary>
    private static readonly Dictionary<string, int> Taken = new(StringComparer.Ordinal) { ["spSearchTerm"] = 95 };

    /// <summary>How many days back there are rows.</summary>
    public bool TryGetDays(string reportTypeId, [NotNullWhen(true)] out int? days)
    {
        days = options.RetentionDays.TryGetValue(reportTypeId, out int chosen) ? chosen
            : Kept.TryGetValue(reportTypeId, out int kept) ? kept
            : null;
        return days is not null;
    }

    /// <summary>How many days back there are rows.</summary>
    /// <exception cref="ArgumentException">There is no such type.</exception>
    public int GetDays(string reportTypeId) => TryGetDays(reportTypeId, out int? days)
        ? days.Value
        : throw new ArgumentException($"There is no report type '{reportTypeId}'.", nameof(reportTypeId));

    /// <summary>How many days back a request may reach; <see langword="null"/> for any number.</summary>
    public int? GetDaysTaken(string reportTypeId) =>
        quirks.EmptyPastRetention ? null : Math.Max(GetDays(reportTypeId), Taken.GetValueOrDefault(reportTypeId));
}
