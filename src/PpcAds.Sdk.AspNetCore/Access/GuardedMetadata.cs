namespace PpcAds.Sdk.AspNetCore.Access;

/// <summary>The endpoint is behind the guard: the host decided who may call it.</summary>
internal sealed class GuardedMetadata
{
    public static readonly GuardedMetadata Instance = new();

    private GuardedMetadata()
    {
    }
}
