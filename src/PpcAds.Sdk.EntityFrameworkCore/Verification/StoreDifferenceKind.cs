namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>What differs in a store, see <see cref="PpcAdsDatabase.VerifyAsync"/>.</summary>
public enum StoreDifferenceKind
{
    /// <summary>There are rows of a profile that is not in <c>ppc_profiles</c>. The next list of profiles adds it.</summary>
    ProfileMissing,

    /// <summary>
    /// The row of <c>performance_scopes</c> is missing, lacks a metric of the dataset, or says less of the newest load than
    /// <c>performance_day_loads</c>.
    /// </summary>
    Scope,

    /// <summary>There are rows or loads of a day that the ledger <c>performance_days</c> does not have.</summary>
    DayMissing,

    /// <summary>The rows of a day are not those that were loaded.</summary>
    DayRows,

    /// <summary>The rows of a day are those that were loaded, and the ledger has other sums of them.</summary>
    DayFigures,

    /// <summary>The ledger says of a day that it has rows, or none, and it is otherwise.</summary>
    DayState,

    /// <summary>The ledger says that a day was loaded at another instant, or from another report, than its loads do.</summary>
    DayLoads,

    /// <summary>A row of <c>performance_changes</c> is of no load that changed its day.</summary>
    HistoryChange,

    /// <summary>Less its later changes, a count of a row was below 0.</summary>
    HistoryFigure,

    /// <summary>The sums of an entity are not those of its rows.</summary>
    EntitySums,

    /// <summary>An entity that has rows is missing.</summary>
    EntityMissing,

    /// <summary>Rows belong to no profile and dataset.</summary>
    Orphans,
}
