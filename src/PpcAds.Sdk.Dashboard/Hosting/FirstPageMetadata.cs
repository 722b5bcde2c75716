namespace PpcAds.Sdk.Dashboard.Hosting;

/// <summary>The endpoint is the dashboard's first page: its address is that of the dashboard.</summary>
internal sealed class FirstPageMetadata
{
    public static readonly FirstPageMetadata Instance = new();

    private FirstPageMetadata()
    {
    }
}
