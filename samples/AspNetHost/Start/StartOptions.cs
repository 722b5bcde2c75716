namespace AspNetHost.Start;

/// <summary>What the first page shows.</summary>
internal sealed class StartOptions
{
    /// <summary>Whether it names the keys of the sample; not with Amazon's own data.</summary>
    public bool ShowsKeys { get; set; }
}
