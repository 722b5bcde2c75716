namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Model;

/// <summary>
/// A row of <c>ppc_turns</c>: whoever writes what is named so updates it first, and so waits for the transaction of whoever does
/// the same. The one lock that every relational database has.
/// </summary>
internal sealed class PpcTurn
{
    /// <summary>What is written, such as <c>profile/1/1001</c>.</summary>
    public string Name { get; set; } = "";

    /// <summary>How often it was taken.</summary>
    public long Taken { get; set; }
}
