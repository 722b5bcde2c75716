namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>
/// The one row of <c>ppc_secret_canary</c>: a known text, encrypted as the credentials are, and decrypted at each start, so that
/// wrong keys are detected before anything depends on them. It exists only where credentials are kept in the database.
/// </summary>
public class PpcSecretCanary
{
    /// <summary>Always 1.</summary>
    public int CanaryId { get; set; }

    /// <summary>The known text, encrypted.</summary>
    public string ProtectedText { get; set; } = "";

    /// <summary>Grows with each write, so that two writers cannot undo each other.</summary>
    public long Version { get; set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset ChangedAt { get; set; }
}
