namespace PpcAds.Sdk.Throttling;

/// <summary>How the rate of calls follows Amazon's limits, which are neither published nor fixed. Every default works.</summary>
public sealed class ThrottlingOptions
{
    /// <summary>Lists of entities and profiles. Default: 10 at first, between 0.1 and 100.</summary>
    public RateBounds Lists { get; set; } = new() { InitialRate = 10, MinRate = 0.1, MaxRate = 100 };

    /// <summary>
    /// Creation of reports. Default: 5 at first, between 0.02 and 20. It moves three times as slowly as the others, as Amazon's
    /// limits there do.
    /// </summary>
    public RateBounds ReportCreation { get; set; } = new() { InitialRate = 5, MinRate = 0.02, MaxRate = 20 };

    /// <summary>Looking at reports and exports. Default: 10 at first, between 0.1 and 100.</summary>
    public RateBounds ReportPolling { get; set; } = new() { InitialRate = 10, MinRate = 0.1, MaxRate = 100 };

    /// <summary>Downloads of reports and exports. Default: 20 at first, between 0.1 and 100.</summary>
    public RateBounds Downloads { get; set; } = new() { InitialRate = 20, MinRate = 0.1, MaxRate = 100 };

    /// <summary>Creation of exports. Default: 1 at first, between 0.02 and 5.</summary>
    public RateBounds ExportCreation { get; set; } = new() { InitialRate = 1, MinRate = 0.02, MaxRate = 5 };

    /// <summary>How long a learned rate stays valid while no call is made, and over a restart. Default: 1 hour.</summary>
    public TimeSpan RememberFor { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// The longest pause of a class of operations that a <c>Retry-After</c> brings about; a longer one is cut to it. Default: 1
    /// hour.
    /// </summary>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// A file in which learned rates outlive the process; its folder must exist. Default: <see langword="null"/>, none: then they
    /// are kept in the database where there is one, or in an <see cref="IRateStore"/> that was registered. A file takes
    /// precedence over both.
    /// </summary>
    public string? StateFile { get; set; }

    /// <summary>How often learned rates are saved at most. Default: 10 seconds.</summary>
    public TimeSpan SaveInterval { get; set; } = TimeSpan.FromSeconds(10);

    internal RateBounds For(OperationClass operationClass) => operationClass switch
    {
        OperationClass.ReportCreation => ReportCreation,
        OperationClass.ReportPolling => ReportPolling,
        OperationClass.Downloads => Downloads,
        OperationClass.ExportCreation => ExportCreation,
        _ => Lists,
    };

    internal ThrottlingOptions Clone()
    {
        var copy = (ThrottlingOptions)MemberwiseClone();
        copy.Lists = Lists.Clone();
        copy.ReportCreation = ReportCreation.Clone();
        copy.ReportPolling = ReportPolling.Clone();
        copy.Downloads = Downloads.Clone();
        copy.ExportCreation = ExportCreation.Clone();
        return copy;
    }
}
