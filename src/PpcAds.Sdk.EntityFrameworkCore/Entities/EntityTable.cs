using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Entities;

/// <summary>Where entities of one type are stored, and how.</summary>
internal sealed record EntityTable<T>(string Table, string IdColumn, IReadOnlyList<EntityColumn<T>> Columns)
    where T : class, IEntityRecord;
