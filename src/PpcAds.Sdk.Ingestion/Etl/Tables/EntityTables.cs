using System.Diagnostics.CodeAnalysis;

namespace PpcAds.Sdk.Etl;

/// <summary>The tables of entities. For stores, which need to make them.</summary>
[Experimental(Experimentals.StoreMakers)]
public static class EntityTables
{
    /// <summary>All tables, each once.</summary>
    public static IReadOnlyList<EntityTable> All { get; } =
        [ProfileRecord.Table, .. EntityCatalogue.All.Select(type => type.Table).Distinct()];
}
