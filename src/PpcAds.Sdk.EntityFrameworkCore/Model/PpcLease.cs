namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>A row of <c>ppc_leases</c>: work that one process at a time does.</summary>
public class PpcLease
{
    /// <summary>What it is about.</summary>
    public string Name { get; set; } = "";

    /// <summary>Who holds it.</summary>
    public string? LeaseOwner { get; set; }

    /// <summary>Until when it is held, by the database's clock; null when no one holds it.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Grows each time it is taken.</summary>
    public long LeaseEpoch { get; set; }
}
