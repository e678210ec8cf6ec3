"""The reading half at scale: one file in, one file out, whole or not at all."""

from kutla.shards.shard import ShardReport, process_shard, process_shards

__all__ = ["ShardReport", "process_shard", "process_shards"]
