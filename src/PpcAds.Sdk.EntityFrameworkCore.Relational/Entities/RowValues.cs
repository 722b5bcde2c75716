using Microsoft.EntityFrameworkCore.ChangeTracking;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Entities;

/// <summary>The values of a row by column.</summary>
internal sealed class RowValues(EntityRows rows, EntityEntry row, string idColumn) : EntityValues
{
    public override long EntityId => (long)this[idColumn]!;

    public override object? this[string column] => rows.Get(row, column);
}
