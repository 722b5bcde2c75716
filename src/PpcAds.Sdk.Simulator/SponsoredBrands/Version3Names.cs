namespace PpcAds.Sdk.Simulator.SponsoredBrands;

/// <summary>Version 3 writes names in lower and camel case.</summary>
internal static class Version3Names
{
    public static string Of(string name) => name switch
    {
        "NEGATIVE_EXACT" => "negativeExact",
        "NEGATIVE_PHRASE" => "negativePhrase",
        _ => name.ToLowerInvariant(),
    };
}
