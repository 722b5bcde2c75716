namespace PpcAds.Sdk.AspNetCore.Access;

/// <summary>The host opened the endpoint on purpose.</summary>
internal sealed class UnprotectedMetadata
{
    public static readonly UnprotectedMetadata Instance = new();

    private UnprotectedMetadata()
    {
    }
}
