namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>A row of <c>ppc_dataset_refusals</c>: a dataset that Amazon refuses to report about a profile.</summary>
public class PpcDatasetRefusal
{
    /// <summary>The account.</summary>
    public long AccountId { get; set; }

    /// <summary>The profile.</summary>
    public long ProfileId { get; set; }

    /// <summary>The dataset.</summary>
    public string Dataset { get; set; } = "";

    /// <summary>How many times Amazon refused in a row, at different times of planning.</summary>
    public int Refusals { get; set; }

    /// <summary>When Amazon refused last.</summary>
    public DateTimeOffset RefusedAt { get; set; }

    /// <summary>What Amazon said last.</summary>
    public string Reason { get; set; } = "";
}
