namespace PpcAds.Sdk.Chaos.Soak;

/// <summary>What a look at the tables found.</summary>
internal sealed class SoakFindings
{
    /// <summary>Days that are not there, or whose figures are older than they may be, with why.</summary>
    public Dictionary<SoakDay, string> Late { get; } = [];

    /// <summary>Entities and profiles that are not as the lists had them, by what must be told of it then.</summary>
    public List<(SoakAccount Account, long? ProfileId, string[] Steps, string Text)> LateLists { get; } = [];

    /// <summary>What is wrong however one looks at it: figures that Amazon never had.</summary>
    public List<string> Wrong { get; } = [];

    /// <summary>How many days were held against the truth.</summary>
    public int Days { get; set; }

    /// <summary>How many loads of days were held against the truth of their moment.</summary>
    public int Loads { get; set; }

    public bool IsLate => Late.Count + LateLists.Count > 0;
}
