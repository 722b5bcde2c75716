namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>What operations write: those that have one in common may meet at the same rows.</summary>
[Flags]
internal enum Subjects
{
    None = 0,

    /// <summary>The account's row and its credentials.</summary>
    Account = 1,

    /// <summary>Campaigns, and the rows that they are sums of.</summary>
    Campaigns = 2,

    /// <summary>Keywords and other targets, and the rows that they are sums of.</summary>
    Targets = 4,

    /// <summary>Profiles and plans.</summary>
    Others = 8,

    All = Account | Campaigns | Targets | Others,
}
